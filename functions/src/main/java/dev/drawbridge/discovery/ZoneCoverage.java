package dev.drawbridge.discovery;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.RouteTable;
import dev.drawbridge.model.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Picks the load balancer's subnets: a private one in every zone of the DB subnet group.
 *
 * <p>A target in a zone that the load balancer does not have is never used ("Target.NotInUse", NLB
 * health checks), so a failover into an uncovered zone would cut the path.
 */
public final class ZoneCoverage {
  private ZoneCoverage() {}

  /**
   * One subnet a zone, those of the subnet group first.
   *
   * @param subnets all subnets of the VPC
   * @param databaseSubnetIds the DB subnet group
   * @throws InvalidRequest if a zone has no private subnet
   */
  public static List<String> choose(
      String identifier,
      List<Subnet> subnets,
      List<String> databaseSubnetIds,
      List<RouteTable> routes) {
    List<Subnet> ordered = new ArrayList<>();
    subnets.stream().filter(s -> databaseSubnetIds.contains(s.id())).forEach(ordered::add);
    TreeSet<String> zones = new TreeSet<>(ordered.stream().map(Subnet::zone).toList());
    subnets.stream().filter(s -> !databaseSubnetIds.contains(s.id())).forEach(ordered::add);
    List<String> chosen = new ArrayList<>();
    for (String zone : zones) {
      chosen.add(
          ordered.stream()
              .filter(subnet -> subnet.zone().equals(zone) && isPrivate(subnet, routes))
              .findFirst()
              .orElseThrow(() -> uncovered(identifier, zone))
              .id());
    }
    if (chosen.isEmpty()) {
      throw new InvalidRequest(
          "database '%s': its subnet group has no subnet in its VPC".formatted(identifier));
    }
    return chosen;
  }

  private static boolean isPrivate(Subnet subnet, List<RouteTable> routes) {
    return routes.stream()
        .filter(table -> table.subnetIds().contains(subnet.id()))
        .findFirst()
        .or(() -> routes.stream().filter(RouteTable::main).findFirst())
        .map(table -> !table.internet())
        .orElse(true);
  }

  private static InvalidRequest uncovered(String identifier, String zone) {
    return new InvalidRequest(
        ("database '%s': zone %s of its subnet group has no private subnet (one without a route to"
                + " an internet gateway); the load balancer needs one there, or a failover into that"
                + " zone cuts the path")
            .formatted(identifier, zone));
  }
}
