package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.states.Runs;
import dev.drawbridge.aws.states.WaitingRuns;
import dev.drawbridge.model.Lease;
import dev.drawbridge.refresh.RefreshesStarted.Refresh;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Json;
import dev.drawbridge.runtime.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Starts refresh-targets for a database, unless a run is under way: that one is told to go round
 * once more. Calls: 1 for the mark, then 1 to see whether its holder still runs, or 1 to start.
 */
public final class Refreshes {
  private static final Duration BELIEVED = Duration.ofMinutes(3);
  private static final Duration EXPECTED = Duration.ofMinutes(15);

  private final Leases leases;
  private final WaitingRuns holders;
  private final Runs runs;
  private final InstantSource clock;

  public Refreshes(Environment environment) {
    this.leases = Stores.leases(environment);
    this.holders = new WaitingRuns(environment.clients());
    this.runs = Stores.refreshRuns(environment);
    this.clock = environment.clock();
  }

  /**
   * Starts a run, or tells the one that is under way to go round once more.
   *
   * @param reason for the record of the run
   * @param mark unique of what brought the caller here, and the same if it is delivered twice; the
   *     name of the run is made of it, so it holds something that nobody could foresee
   */
  public Refresh start(String databaseArn, String reason, String mark) {
    return start(databaseArn, reason, mark, lease -> holders.hold(lease, clock.instant()));
  }

  /**
   * The same for one of many events, which believes a lease that has just been taken: where
   * hundreds of databases fail over at once, nobody may ask so often whether runs run. A run that
   * was aborted so soon is found by the check for drift.
   */
  public Refresh startUnlessUnderWay(String databaseArn, String reason, String mark) {
    return start(
        databaseArn,
        reason,
        mark,
        lease ->
            lease.youngerThan(BELIEVED, clock.instant()) || holders.hold(lease, clock.instant()));
  }

  /** Whether a run was started so lately that it may be expected to end by itself. Calls: 1. */
  public boolean isUnderWay(String databaseArn) {
    return leases
        .find(databaseArn)
        .filter(lease -> lease.youngerThan(EXPECTED, clock.instant()))
        .isPresent();
  }

  private Refresh start(
      String databaseArn, String reason, String mark, Predicate<Lease> underWayIf) {
    RefreshRequest request = new RefreshRequest(databaseArn, reason, null);
    Instant now = clock.instant();
    Instant failoverAt = EarlyEvent.tellsOfAFailover(mark) ? now : null;
    boolean underWay =
        leases.request(databaseArn, mark, now, failoverAt).filter(underWayIf).isPresent();
    if (underWay) {
      return new Refresh(databaseArn, reason, "MARKED");
    }
    String input = new String(Json.LENIENT.write(request), StandardCharsets.UTF_8);
    boolean started = runs.start(RefreshName.of(databaseArn, mark), input);
    return new Refresh(databaseArn, reason, started ? Refresh.STARTED : Refresh.STARTED_BEFORE);
  }

  /** The calls of {@link #start} for a database and a run that there never are. Calls: 2. */
  public void prime() {
    leases.request(Leases.NEVER, "priming", clock.instant());
    holders.runs(runs.never());
  }

  /** A line for the log. */
  public static Optional<String> line(Object record) {
    return Optional.of(new String(Json.LENIENT.write(record), StandardCharsets.UTF_8));
  }
}
