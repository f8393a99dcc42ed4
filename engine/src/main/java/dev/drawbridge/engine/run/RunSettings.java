package dev.drawbridge.engine.run;

import dev.drawbridge.engine.evidence.Chosen;
import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.engine.step.Command;
import java.time.Duration;

/**
 * The delays and limits of executions.
 *
 * @param transition from one state to the next
 * @param taskStart from a task's being scheduled to its start
 * @param branchFailure until a Parallel or Map state takes notice that a branch has failed
 * @param longestExecution after which an execution times out
 * @param redriveWindow how long after its end an execution can be redriven
 * @param pauseDivisor by how much the pauses that definitions set, in Wait states and before
 *     retries, are shortened
 */
public record RunSettings(
    @Unconfirmed("recorded histories show some tens of milliseconds; no figure is published")
        Duration transition,
    @Unconfirmed("recorded histories show some tens of milliseconds; no figure is published")
        Duration taskStart,
    @Unconfirmed(
            "not zero: a recorded Map of four tasks with one time-out shows all four timed out"
                + " before the state fails")
        Duration branchFailure,
    @Published("one year (Step Functions developer guide, Quotas)") Duration longestExecution,
    @Published("14 days (API reference, RedriveExecution)") Duration redriveWindow,
    @Chosen("1 as on AWS; more in a test on the wall clock") long pauseDivisor) {

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
