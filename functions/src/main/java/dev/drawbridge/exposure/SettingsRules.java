package dev.drawbridge.exposure;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.Subnet;
import dev.drawbridge.plan.StrictFields;
import java.util.Objects;

/** What an owner may decide of one database. */
public final class SettingsRules {
  private SettingsRules() {}

  /**
   * The settings that are to hold, with the ports that the listeners get; in the next number if
   * they are others than before.
   *
   * @throws InvalidRequest naming field and value
   */
  static ExposureSettings next(BuildOrder order, Database database) {
    ExposureSettings before = order.before();
    ExposureSettings next =
        InstancePortRules.decide(
            order.wanted().at(database.readerPort(), database.writerPort()),
            database.readerPort(),
            database.writerPort());
    requireOneMove(before, next);
    requireSubnets(before, next, database);
    RegionRules.require(next, database.arn());
    RegionRules.requireZones(next, database);
    boolean same = before.decided() && before.equals(next);
    return next.numbered(same ? before.version() : before.version() + 1, before.hold());
  }

  /**
   * The settings that are to hold, as far as they can be told before the database was looked at:
   * with the ports of instances if the listeners' are known. What is refused here is refused by the
   * run too; the run alone knows the subnets, and the port of a database that was never exposed.
   *
   * @throws InvalidRequest naming field and value
   */
  public static ExposureSettings foreseen(
      String databaseArn, ExposureSettings before, ExposureSettings wanted) {
    requireOneMove(before, wanted);
    requireNoneTakenAway(before, wanted);
    RegionRules.require(wanted, databaseArn);
    Integer reader = wanted.readerPort();
    Integer writer = wanted.writerPort();
    if (reader == null || writer == null) {
      InstancePortRules.require(wanted);
      return wanted;
    }
    return InstancePortRules.decide(wanted, reader, writer);
  }

  /** Two listeners cannot pass each other: a port has one at a time. */
  private static void requireOneMove(ExposureSettings before, ExposureSettings next) {
    if (before.readerPort() != null
        && Objects.equals(before.readerPort(), next.writerPort())
        && Objects.equals(before.writerPort(), next.readerPort())) {
      throw StrictFields.refused(
          "readerPort",
          Objects.requireNonNull(next.readerPort()),
          "the writer has it; move the writer to a third port first, in a run of its own");
    }
  }

  private static void requireNoneTakenAway(ExposureSettings before, ExposureSettings next) {
    for (String id : before.subnetIds()) {
      if (!next.subnetIds().contains(id)) {
        throw StrictFields.refused(
            "subnetIds",
            next.subnetIds(),
            "%s is among them already, and none can be taken away; name it too".formatted(id));
      }
    }
  }

  private static void requireSubnets(
      ExposureSettings before, ExposureSettings next, Database database) {
    requireNoneTakenAway(before, next);
    for (String id : next.subnetIds()) {
      Subnet further =
          database.subnets().stream()
              .filter(subnet -> subnet.id().equals(id))
              .findFirst()
              .orElseThrow(
                  () ->
                      StrictFields.refused(
                          "subnetIds",
                          id,
                          "it is no subnet of %s, the database's VPC, that has IPv4 addresses"
                              .formatted(database.vpcId())));
      requireZoneOfItsOwn(further, next, database);
    }
  }

  /** A network load balancer stands in one subnet of a zone ("Network Load Balancers", ELB). */
  private static void requireZoneOfItsOwn(
      Subnet further, ExposureSettings next, Database database) {
    database.andIn(next.subnetIds()).loadBalancerSubnets().stream()
        .filter(subnet -> subnet.zone().equals(further.zone()))
        .filter(subnet -> !subnet.id().equals(further.id()))
        .findFirst()
        .ifPresent(
            other -> {
              throw StrictFields.refused(
                  "subnetIds",
                  further.id(),
                  "the load balancer has %s in %s, and stands in one subnet of a zone"
                      .formatted(other.id(), other.zone()));
            });
  }
}
