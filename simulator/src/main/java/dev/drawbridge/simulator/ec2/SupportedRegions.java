package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Set;

/**
 * What AWS demands of a service that consumers of other regions may use ("Share your services
 * through AWS PrivateLink", cross-Region access). The codes and wordings are UNCONFIRMED.
 */
final class SupportedRegions {
  private static final Set<String> UNSUPPORTED_ZONES =
      Set.of("use1-az3", "usw1-az2", "apne1-az3", "apne2-az2", "apne2-az4");

  private SupportedRegions() {}

  /**
   * Holds the regions against the service's own and its load balancers.
   *
   * @throws ServiceError InvalidParameter
   */
  static void check(
      Caller owner, List<String> regions, List<String> zoneIds, boolean customIdleTimeout) {
    List<String> others =
        regions.stream().filter(region -> !region.equals(owner.region())).toList();
    if (others.isEmpty()) {
      return;
    }
    for (String region : others) {
      Caller there = new Caller(owner.account(), region, owner.role());
      if (!region.matches("[a-z]{2}(-[a-z]+)+-\\d")
          || !there.partition().equals(owner.partition())) {
        throw ServiceLoadBalancers.invalid("The Region %s is not supported.".formatted(region));
      }
    }
    if (zoneIds.size() < 2 || zoneIds.stream().anyMatch(UNSUPPORTED_ZONES::contains)) {
      throw ServiceLoadBalancers.invalid(
          "Cross-Region access is not supported in these Availability Zones: " + zoneIds);
    }
    if (customIdleTimeout) {
      throw ServiceLoadBalancers.invalid(
          "Cross-Region access is not supported with a custom TCP idle timeout.");
    }
  }
}
