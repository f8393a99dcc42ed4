package dev.drawbridge.lab.history;

import dev.drawbridge.lab.history.RefreshRuns.Ended;
import dev.drawbridge.lab.history.RefreshRuns.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What must be true of the runs of refresh-targets between any two events of the world. */
final class RunRules {
  /** A resolver's answer may be as old as its time to live (5 s). */
  private static final Duration CACHED = Duration.ofSeconds(6);

  /** A try: a cold start (2.4 s at most) and a few calls of some 20 ms each. */
  private static final Duration TRY = Duration.ofSeconds(5);

  /**
   * CheckTargets reads the truth when somebody has left a mark, and once a minute without: an event
   * may be lost, and whoever knows of a change may fail (decision record 20). ConfirmTargets, while
   * a switch settles, reads it when somebody has left a mark, and the drift check leaves one each
   * minute.
   */
  private static final Duration UNASKED = Duration.ofMinutes(1);

  /** After a fault a task is tried again with full jitter, at the latest after this. */
  private static final Duration BACKOFF = Duration.ofMinutes(2);

  /** What a run grants the disagreement of RDS and names, or targets to turn healthy. */
  private static final Duration LONGEST_DISAGREEMENT = Duration.ofMinutes(5);

  private static final Duration LONGEST_ILLNESS = Duration.ofMinutes(10);

  private final Observed observed;
  private final RefreshRuns runs;
  private final Weather weather;
  private final Polling polling = Polling.ofRefreshTargets();

  RunRules(Observed observed, RefreshRuns runs, Weather weather) {
    this.observed = observed;
    this.runs = runs;
    this.weather = weather;
  }

  /** To be called after every event. */
  void look() {
    runs.learn();
    runs.withoutLease().stream().findFirst().ifPresent(RunRules::fail);
    runs.running().forEach(this::waitsForTheTruth);
  }

  /** Whether a run that has ended has read the present truth, names included. */
  boolean isCurrent(Ended ended) {
    return ended.how().equals("ExecutionSucceeded")
        && observed.changed().plus(CACHED).isBefore(ended.run().discovered())
        && observed.now().settled();
  }

  /** A run fails only for a reason that waiting does not mend. */
  void explained(Ended ended) {
    Instant now = observed.instant();
    String cause = ended.cause();
    boolean fine =
        ended.how().equals("ExecutionSucceeded")
            || (cause.contains("have not agreed")
                && !observed.disagreedFrom().isAfter(now.minus(LONGEST_DISAGREEMENT).plus(TRY))
                && observed.disagreedUntil().isAfter(now.minus(CACHED).minus(TRY)))
            || (cause.contains("not all of")
                && observed.dead().isAfter(now.minus(LONGEST_ILLNESS)));
    if (!fine) {
      fail("%s ended as %s: %s".formatted(ended.executionArn(), ended.how(), cause));
    }
  }

  private void waitsForTheTruth(String arn, Run run) {
    since(run)
        .filter(since -> observed.instant().isAfter(since.plus(patience(run))))
        .ifPresent(
            since ->
                fail(
                    "%s is in %s since %s, although since %s RDS shows %s"
                        .formatted(arn, run.state(), run.entered(), since, observed.shown())));
  }

  /** Since when there is a new truth that the run should notice; empty if it waits rightly. */
  private Optional<Instant> since(Run run) {
    Optional<Instant> news =
        switch (run.state()) {
          case "ResolveAddresses" ->
              Optional.of(observed.changed()).filter(since -> observed.now().agrees());
          case "CheckTargets", "ConfirmTargets" ->
              Optional.of(observed.shownChanged()).filter(since -> !run.knows(observed.shown()));
          default -> Optional.empty();
        };
    return news.map(since -> since.isAfter(run.entered()) ? since : run.entered());
  }

  private Duration patience(Run run) {
    Duration usual = polling.longestInterval(run.state()).plus(TRY);
    boolean resolves = run.state().equals("ResolveAddresses");
    Duration cached = resolves ? CACHED : Duration.ZERO;
    Duration unasked = resolves ? Duration.ZERO : UNASKED;
    Duration faults = weather.faultSince(run.entered()) ? BACKOFF : Duration.ZERO;
    return usual.plus(cached).plus(unasked).plus(faults);
  }

  private static void fail(String message) {
    throw new AssertionError(message);
  }
}
