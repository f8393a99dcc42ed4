package dev.drawbridge.lab.bench;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.lab.failover.OutageParts;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.RdsService;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One failover of an Aurora cluster whose writer dies, on the virtual clock with the published
 * delays: what a lab that divides them has to be compared with.
 *
 * @param writeOutage from the first to the last new write connection that failed
 * @param throughPorts the same for a client that finds the writer through the ports of instances,
 *     in a failover of its own
 * @param parts how the first one divides
 */
public record PublishedFailover(
    Duration writeOutage, Duration throughPorts, Optional<OutageParts> parts) {
  private static final Duration CALM = Duration.ofMinutes(5);

  /**
   * Plays it.
   *
   * @throws IllegalStateException if nobody repairs the path
   */
  public static PublishedFailover of(long seed) {
    Exposure exposure = Drawbridge.byDefault().begin(Kind.AURORA, seed);
    Measurement measurement = new Measurement(exposure, Client.WRITER_PORT);
    Scheduler scheduler = exposure.scenario().world().scheduler();
    scheduler.pause(CALM);
    Instant begun = scheduler.now();
    Outcome outcome = repaired(measurement.of(begins -> crash(exposure)), seed);
    return new PublishedFailover(
        outcome.outage(),
        throughPorts(seed),
        OutageParts.of(measurement.milestones(), begun.plus(outcome.outage())));
  }

  private static Duration throughPorts(long seed) {
    InstancePorts policy =
        new InstancePorts("instance ports", "register", () -> HostListClient.REFUSED, true);
    Exposure exposure = policy.begin(Kind.AURORA, seed);
    Measurement measurement = new Measurement(exposure, policy.client());
    return repaired(measurement.of(begins -> crash(exposure)), seed).outage();
  }

  private static Outcome repaired(Outcome outcome, long seed) {
    if (!outcome.repaired()) {
      throw new IllegalStateException("seed %d: the path is never repaired".formatted(seed));
    }
    return outcome;
  }

  private static void crash(Exposure exposure) {
    RdsService rds = exposure.scenario().world().rds();
    rds.crash(rds.writer(exposure.database()).map(DbInstance::id).orElseThrow());
  }
}
