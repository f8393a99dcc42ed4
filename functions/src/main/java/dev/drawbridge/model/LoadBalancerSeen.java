package dev.drawbridge.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer as AWS shows it, for checks.
 *
 * @param state {@code active}, {@code provisioning}, {@code failed} ...
 * @param scheme {@code internal}, or {@code internet-facing}, which AWS never changes
 * @param zones names of the zones that it stands in
 * @param enforcement {@code on} or {@code off}
 * @param crossZone whether every node reaches the targets of every zone; null where nobody looked
 * @param ours whether its tags say that it is ours and this database's
 */
public record LoadBalancerSeen(
    String arn,
    String state,
    String scheme,
    String vpcId,
    List<String> zones,
    List<String> securityGroupIds,
    String enforcement,
    @Nullable Boolean crossZone,
    boolean ours) {
  /** Keeps copies. */
  public LoadBalancerSeen {
    zones = List.copyOf(zones);
    securityGroupIds = List.copyOf(securityGroupIds);
  }
}
