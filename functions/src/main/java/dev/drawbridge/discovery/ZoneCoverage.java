package dev.drawbridge.discovery;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.RouteTable;
import dev.drawbridge.model.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Picks the load balancer's subnets: a private one in every zone of the DB subnet group.
 *
 * <p>A target in a zone that the load balancer does not have is not used ("Target.NotInUse", API
 * reference of TargetHealth), so that a failover into such a zone may cut the path. Of constrained
 * zones AWS says that cross-zone load balancing serves targets there ("Update the Availability
 * Zones for your Network Load Balancer"); UNCONFIRMED which of the two holds for any other.
 */
public final class ZoneCoverage {
  private ZoneCoverage() {}

  /**
   * One subnet a zone, those of the subnet group first.
   *
   * @param subnets all subnets of the VPC
   * @param databaseSubnetIds the DB subnet group
   * @param stands whether the load balancer is there: then a zone without a private subnet is left
   *     out, so that a run mends all else, and a look tells people of it
   * @throws InvalidRequest if a zone has no private subnet
   */
  public static List<String> choose(
      String identifier,
      List<Subnet> subnets,
      List<String> databaseSubnetIds,
      List<RouteTable> routes,
      boolean stands) {
    List<Subnet> ordered = new ArrayList<>();
    subnets.stream().filter(s -> databaseSubnetIds.contains(s.id())).forEach(ordered::add);
    TreeSet<String> zones = new TreeSet<>(ordered.stream().map(Subnet::zone).toList());
    subnets.stream().filter(s -> !databaseSubnetIds.contains(s.id())).forEach(ordered::add);
    List<String> chosen = new ArrayList<>();
    if (zones.isEmpty()) {
      throw new InvalidRequest(
          "database '%s': its subnet group has no subnet in its VPC".formatted(identifier));
    }
    for (String zone : zones) {
      Optional<Subnet> found =
          ordered.stream()
              .filter(subnet -> subnet.zone().equals(zone) && isPrivate(subnet, routes))
              .findFirst();
      if (found.isEmpty() && !stands) {
        throw uncovered(identifier, zone);
      }
      found.map(Subnet::id).ifPresent(chosen::add);
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
                + " zone may cut the path")
            .formatted(identifier, zone));
  }
}
