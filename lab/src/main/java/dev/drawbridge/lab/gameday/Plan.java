package dev.drawbridge.lab.gameday;

import java.util.List;

/**
 * What a game day is to do.
 *
 * @param failOver whether the cluster is failed over too
 * @param keep whether the path stays
 */
public record Plan(
    String cluster,
    String consumer,
    String vpc,
    List<String> subnets,
    List<String> securityGroups,
    boolean failOver,
    boolean keep) {
  public Plan {
    subnets = List.copyOf(subnets);
    securityGroups = List.copyOf(securityGroups);
  }
}
