package dev.drawbridge.simulator.rds;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.engine.time.Spread;

/**
 * How long RDS takes to make, change and take away instances.
 *
 * @param create from CreateDBInstance to {@code available}
 * @param delete from DeleteDBInstance until it is gone
 * @param restart how long a stopped or rebooted server takes to serve again
 * @param lonelyRecovery how long a writer without reader or standby is gone after a crash
 * @param switchover from the start of a blue/green switchover until the names have moved
 */
public record InstanceDelays(
    @Unconfirmed("no figure is published") Spread create,
    @Unconfirmed("no figure is published") Spread delete,
    @Unconfirmed("no figure is published") Spread restart,
    @Published(
            "\"typically less than 10 minutes\" (Aurora user guide, High availability for Amazon"
                + " Aurora)")
        Spread lonelyRecovery,
    @Published("\"typically under a minute\" (RDS user guide, Switching a blue/green deployment)")
        @Unconfirmed("the share of a minute that it takes")
        Spread switchover) {

  static InstanceDelays published() {
    return new InstanceDelays(
        new Spread(ofMinutes(4), ofMinutes(6), ofMinutes(12)),
        new Spread(ofMinutes(2), ofMinutes(4), ofMinutes(8)),
        new Spread(ofSeconds(10), ofSeconds(30), ofSeconds(120)),
        new Spread(ofMinutes(1), ofMinutes(4), ofMinutes(10)),
        new Spread(ofSeconds(20), ofSeconds(35), ofSeconds(60)));
  }

  InstanceDelays dividedBy(long divisor) {
    return new InstanceDelays(
        create.dividedBy(divisor),
        delete.dividedBy(divisor),
        restart.dividedBy(divisor),
        lonelyRecovery.dividedBy(divisor),
        switchover.dividedBy(divisor));
  }
}
