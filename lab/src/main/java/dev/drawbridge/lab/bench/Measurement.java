package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Refresh;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.call.CallRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;

/** Watches one failover: a new write connection every quarter of a second, until all is well. */
final class Measurement {
  /** Whoever has not repaired the path by then has not repaired it. */
  static final Duration HORIZON = Duration.ofMinutes(30);

  private static final Duration STEP = Duration.ofMillis(250);

  /** Longer than the load balancer sends connections to a target that was taken out. */
  private static final Duration WELL = Duration.ofSeconds(150);

  /** The events that say that there is a new writer. */
  private static final Pattern NEW_WRITER = Pattern.compile("RDS-EVENT-(0071|0385|0015|0049)");

  private static final Set<String> SCHEDULED = Set.of("CheckDrift", "CheckWaits");

  private final Exposure exposure;
  private final Simulator world;
  private final Agreement agreement;
  private @Nullable Instant delivered;
  private @Nullable Instant agreed;
  private boolean changed;

  Measurement(Exposure exposure) {
    this.exposure = exposure;
    this.world = exposure.scenario().world();
    this.agreement = new Agreement(exposure);
    world.events().onDelivered(this::delivered);
  }

  /** Lets {@code failover} happen, and watches. */
  Outcome of(Runnable failover) {
    world.callLog().clear();
    delivered = null;
    agreed = null;
    changed = false;
    Instant start = world.scheduler().now();
    failover.run();
    Optional<Instant> firstBad = Optional.empty();
    Instant lastBad = start;
    Instant wellSince = start;
    while (!well(wellSince) && world.scheduler().now().isBefore(start.plus(HORIZON))) {
      world.scheduler().await(this::never, STEP);
      if (!exposure.writes()) {
        lastBad = world.scheduler().now();
        wellSince = lastBad;
        firstBad = firstBad.or(() -> Optional.of(world.scheduler().now()));
      }
    }
    Duration outage = Duration.between(firstBad.orElse(lastBad), lastBad);
    return new Outcome(outage, well(wellSince), ours(), calls(), transitions(start));
  }

  /** The condition of every step: a look at the world between any two of its events. */
  private boolean never() {
    if (!agreement.reached()) {
      changed = true;
      agreed = null;
    } else if (changed && agreed == null) {
      agreed = world.scheduler().now();
    }
    return false;
  }

  private boolean well(Instant since) {
    return changed
        && agreed != null
        && !world.scheduler().now().isBefore(since.plus(WELL))
        && Refresh.all(exposure.scenario()).stream().allMatch(Refresh::ended);
  }

  private void delivered(String event) {
    if (delivered == null && NEW_WRITER.matcher(event).find()) {
      delivered = world.scheduler().now();
    }
  }

  private Optional<Duration> ours() {
    if (delivered == null || agreed == null) {
      return Optional.empty();
    }
    Instant known = delivered.isAfter(agreed) ? delivered : agreed;
    return switched()
        .map(at -> Duration.between(known, at))
        .map(time -> time.isNegative() ? Duration.ZERO : time);
  }

  /** When the caller had the reply of the call that took the old writer out. */
  private Optional<Instant> switched() {
    return world.callLog().calls().stream()
        .filter(
            call ->
                call.request() instanceof DeregisterTargetsRequest request
                    && request.targetGroupArn().equals(exposure.writerGroupArn()))
        .map(CallRecord::at)
        .max(Comparator.naturalOrder())
        .map(at -> at.plus(world.settings().latency()));
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
