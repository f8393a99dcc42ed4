package dev.drawbridge.engine.run;

import dev.drawbridge.engine.step.Command;
import java.time.Duration;

/**
 * The delays and limits of executions.
 *
 * @param transition from one state to the next. UNCONFIRMED: AWS publishes no figure; recorded
 *     histories show some tens of milliseconds
 * @param taskStart from a task's being scheduled to its start. UNCONFIRMED, as above
 * @param branchFailure until a Parallel or Map state takes notice that a branch has failed. It is
 *     not zero: a recorded Map of four tasks with one time-out shows all four timed out before the
 *     state fails
 * @param longestExecution after which an execution times out (Developer Guide, Quotas)
 * @param redriveWindow how long after its end an execution can be redriven (API Reference,
 *     RedriveExecution)
 * @param pauseDivisor by how much the pauses that definitions set, in Wait states and before
 *     retries, are shortened; 1 as AWS
 */
public record RunSettings(
    Duration transition,
    Duration taskStart,
    Duration branchFailure,
    Duration longestExecution,
    Duration redriveWindow,
    long pauseDivisor) {

  /** AWS's limits, and small delays where AWS publishes none. */
  public static RunSettings published() {
    return new RunSettings(
        Duration.ofMillis(20),
        Duration.ofMillis(20),
        Duration.ofMillis(1),
        Duration.ofDays(365),
        Duration.ofDays(14),
        1);
  }

  /** AWS's limits without delays: for comparing histories. */
  public static RunSettings immediate() {
    RunSettings published = published();
    return new RunSettings(
        Duration.ZERO,
        Duration.ZERO,
        published.branchFailure(),
        published.longestExecution(),
        published.redriveWindow(),
        published.pauseDivisor());
  }

  /** The same with shorter pauses, for a test on the wall clock. */
  public RunSettings pausesDividedBy(long divisor) {
    return new RunSettings(
        transition,
        taskStart,
        branchFailure,
        longestExecution,
        redriveWindow,
        pauseDivisor * divisor);
  }

  /** How long a timer of an execution runs. */
  Duration timer(Command.StartTimer start) {
    return switch (start.kind()) {
      case WAIT, RETRY -> start.delay().dividedBy(pauseDivisor);
      case TIMEOUT, HEARTBEAT -> start.delay();
    };
  }
}
