package dev.drawbridge.exposure;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.Subnet;
import dev.drawbridge.plan.StrictFields;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * From which other regions consumers may connect ("Share your services through AWS PrivateLink",
 * cross-Region access).
 */
final class RegionRules {
  /** Zones that cross-region access is not supported in. */
  private static final Set<String> UNSUPPORTED =
      Set.of("use1-az3", "usw1-az2", "apne1-az3", "apne2-az2", "apne2-az4");

  /** How the names of regions begin that are in partitions of their own ("Partitions", AWS). */
  private static final List<String> PARTITIONS =
      List.of("cn-", "us-gov-", "us-iso-", "us-isob-", "us-isof-", "eu-isoe-", "eusc-");

  private static final int FEWEST_ZONES = 2;

  private RegionRules() {}

  /**
   * Passes if the regions are others of the database's partition.
   *
   * @throws InvalidRequest naming field and value
   */
  static void require(ExposureSettings wanted, String databaseArn) {
    String own = DatabaseArn.regionIn(databaseArn);
    for (String region : wanted.consumerRegions()) {
      if (region.equals(own)) {
        throw refused(
            wanted, own + " is the database's own, whose consumers always may; leave it out");
      }
      if (!partition(region).equals(partition(own))) {
        throw refused(
            wanted,
            "%s is in another partition than the database in %s, and PrivateLink does not lead there"
                .formatted(region, own));
      }
    }
  }

  /**
   * Passes if the load balancer is to stand in zones that cross-region access is for. A subnet
   * without a zone's id is from the state of an older release's run.
   *
   * @throws InvalidRequest naming field and value
   */
  static void requireZones(ExposureSettings wanted, Database database) {
    List<Subnet> subnets = database.andIn(wanted.subnetIds()).loadBalancerSubnets();
    if (!wanted.consumerRegions().isEmpty()
        && subnets.stream().map(Subnet::zone).distinct().count() < FEWEST_ZONES) {
      throw refused(
          wanted,
          "the load balancer stands in one Availability Zone, and cross-Region access needs two; name a subnet of another one in subnetIds");
    }
    requireZones(
        wanted.consumerRegions(),
        subnets.stream().map(Subnet::zoneId).filter(Objects::nonNull).toList(),
        database.identifier());
  }

  /**
   * Passes if none of the zones is one that cross-region access is not supported in.
   *
   * @param name of what stands in the zones
   * @throws InvalidRequest naming field and value
   */
  static void requireZones(List<String> regions, List<String> zoneIds, String name) {
    if (regions.isEmpty()) {
      return;
    }
    for (String zone : zoneIds) {
      if (UNSUPPORTED.contains(zone)) {
        throw StrictFields.refused(
            "consumerRegions",
            regions,
            "the load balancer of %s stands in zone %s, in which AWS does not support cross-Region access"
                .formatted(name, zone));
      }
    }
  }

  /** What stands before the first hyphens of the regions outside the partition {@code aws}. */
  private static String partition(String region) {
    return PARTITIONS.stream().filter(region::startsWith).findFirst().orElse("");
  }

  private static InvalidRequest refused(ExposureSettings wanted, String why) {
    return StrictFields.refused("consumerRegions", wanted.consumerRegions(), why);
  }
}
