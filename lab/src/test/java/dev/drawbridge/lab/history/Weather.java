package dev.drawbridge.lab.history;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.delivery.DeliverySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** What goes wrong around a database: events, API calls and workers. */
final class Weather {
  /** Of a thousand calls of workers, in a history with faults. */
  private static final int FAULTS = 4;

  private static final List<Fault> KINDS =
      List.of(
          Fault.THROTTLED,
          Fault.INTERNAL_ERROR,
          Fault.TIMEOUT_BEFORE_EFFECT,
          Fault.TIMEOUT_AFTER_EFFECT,
          Fault.CRASH_BEFORE_EFFECT,
          Fault.CRASH_AFTER_EFFECT);

  private static final Spread LAGGING =
      Spread.between(Duration.ofMinutes(1), Duration.ofMinutes(8));

  private final Random chance;
  private final Scenario scenario;
  private final Duration longestNameLag;
  private Instant lastFault = Instant.MIN;

  /**
   * In half of all worlds the API of load balancers is throttled as AWS's is; in one of eight the
   * names of instances lag so far behind that a run may be out of patience.
   */
  Weather(long seed) {
    // Apart from the chances of the history itself, which begin with the seed.
    this.chance = new Random(~seed);
    Settings settings = Settings.published();
    if (chance.nextBoolean()) {
      settings = settings.elb(settings.elb().throttled());
    }
    if (chance.nextInt(8) == 0) {
      settings = settings.rds(settings.rds().namesLagging(LAGGING));
    }
    this.longestNameLag = settings.rds().aurora().dnsLag().most();
    this.scenario = RecordedCalls.watched(Scenario.virtual(seed, settings));
  }

  /** The world. */
  Scenario scenario() {
    return scenario;
  }

  /** How long a name leads to where its server was, at most. */
  Duration longestNameLag() {
    return longestNameLag;
  }

  /** From now on events are lost, doubled and late, and in half of all histories calls fail. */
  void begin() {
    DeliverySettings events = scenario.world().settings().rds().events();
    Spread late = Spread.between(Duration.ofSeconds(30), Duration.ofMinutes(5));
    scenario.world().rds().events(events.losing(0.3).doubling(0.2).late(0.2, late));
    if (chance.nextBoolean()) {
      KINDS.forEach(this::plan);
    }
  }

  /** Whether a call has failed since {@code instant}. */
  boolean faultSince(Instant instant) {
    return lastFault.isAfter(instant);
  }

  private void plan(Fault fault) {
    scenario
        .world()
        .faults()
        .plan(
            (caller, action) -> scenario.installation().isWorker(caller) && strikes(),
            fault,
            Integer.MAX_VALUE);
  }

  private boolean strikes() {
    boolean now = chance.nextInt(1000 * KINDS.size()) < FAULTS;
    if (now) {
      lastFault = scenario.world().scheduler().now();
    }
    return now;
  }
}
