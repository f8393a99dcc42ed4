package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.failover.FailoverWatch;
import dev.drawbridge.lab.failover.Milestones;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Refresh;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.call.CallRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Watches one failover: a new write connection every quarter of a second, until all is well. */
final class Measurement {
  /** Whoever has not repaired the path by then has not repaired it. */
  static final Duration HORIZON = Duration.ofMinutes(30);

  private static final Duration STEP = Duration.ofMillis(250);

  /** Longer than the load balancer sends connections to a target that was taken out. */
  private static final Duration WELL = Duration.ofSeconds(150);

  private static final Set<String> SCHEDULED = Set.of("CheckDrift", "CheckWaits");

  private final Exposure exposure;
  private final Client client;
  private final Simulator world;
  private final FailoverWatch watch;

  Measurement(Exposure exposure, Client client) {
    this.exposure = exposure;
    this.client = client;
    this.world = exposure.scenario().world();
    this.watch = new FailoverWatch(exposure);
  }

  /**
   * Lets {@code failover} happen, and watches.
   *
   * @param failover is told what to run when it begins another one
   */
  Outcome of(Consumer<Runnable> failover) {
    world.callLog().clear();
    watch.begin();
    Instant start = world.scheduler().now();
    failover.accept(watch::begin);
    Optional<Instant> firstBad = Optional.empty();
    Instant lastBad = start;
    Instant wellSince = start;
    Optional<Duration> good = Optional.empty();
    while (!well(wellSince) && world.scheduler().now().isBefore(start.plus(HORIZON))) {
      world.scheduler().await(this::never, STEP);
      Optional<Duration> written = client.write(exposure);
      if (written.isPresent()) {
        good = good.or(() -> written);
      } else {
        good = Optional.empty();
        lastBad = world.scheduler().now();
        wellSince = lastBad;
        firstBad = firstBad.or(() -> Optional.of(world.scheduler().now()));
      }
    }
    Duration taken = firstBad.isPresent() ? good.orElse(Duration.ZERO) : Duration.ZERO;
    Duration outage = Duration.between(firstBad.orElse(lastBad), lastBad).plus(taken);
    return new Outcome(
        outage, well(wellSince), watch.milestones().own(), calls(), transitions(start));
  }

  /** What divides the outage that was measured last. */
  Milestones milestones() {
    return watch.milestones();
  }

  /** The condition of every step: a look at the world between any two of its events. */
  private boolean never() {
    watch.look();
    return false;
  }

  private boolean well(Instant since) {
    return watch.agreed()
        && !world.scheduler().now().isBefore(since.plus(WELL))
        && Refresh.all(exposure.scenario()).stream().allMatch(Refresh::ended);
  }

  private long calls() {
    List<CallRecord> calls = world.callLog().calls();
    return calls.stream()
        .filter(exposure.scenario().installation()::byWorker)
        .filter(call -> !SCHEDULED.contains(call.caller().role()))
        .count();
  }

  private long transitions(Instant start) {
    return Refresh.all(exposure.scenario()).stream()
        .filter(run -> !run.startedAt().isBefore(start))
        .mapToLong(run -> run.statesEntered().size())
        .sum();
  }
}
