package dev.drawbridge.onboarding;

import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.aws.states.WaitingRuns;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.Failure;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.TaskToken;
import dev.drawbridge.plan.FailureWords;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run that trouble has stopped, so that its cause is a sentence and a redrive goes on.
 *
 * <p>A Fail state would do for the sentence, but a redrive only fails in it again; a task that
 * nobody catches goes on, but its cause is what Lambda writes. This task fails through its token,
 * whose cause is ours, and succeeds when the run has been redriven since.
 */
public final class BreakOff extends Worker<BreakOff.Input, BrokenOff> {
  /** The error of a run that is broken off; no retrier knows it, and no catcher. */
  static final String ERROR = "BrokenOff";

  /** How the cause ends of which people have been told. */
  static final String REMEDY = "; remove the cause, then redrive this execution";

  /**
   * Input of BreakOff.
   *
   * @param key null in a run of the owner
   * @param redrivenBefore how often the run had been redriven when it failed
   * @param redriveCount how often it has been by now
   * @param what the run does, for people; null for an onboarding
   */
  public record Input(
      TaskToken taskToken,
      @Nullable OnboardingKey key,
      String databaseArn,
      String executionArn,
      Failure failure,
      int redrivenBefore,
      int redriveCount,
      @Nullable String what) {

    /** What people are told of. */
    public Input {
      what = what == null ? "Onboarding" : what;
    }
  }

  private final WaitingRuns runs;
  private final PeopleTopic people;

  /** In Lambda. */
  public BreakOff() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public BreakOff(Environment environment) {
    super(Input.class);
    this.runs = new WaitingRuns(environment.clients());
    this.people = Stores.people(environment);
  }

  @Override
  public BrokenOff handle(Input input) {
    String token = input.taskToken().value();
    if (input.redriveCount() > input.redrivenBefore()) {
      runs.wake(token, "{}");
      return new BrokenOff(true);
    }
    String cause = FailureWords.message(input.failure()) + REMEDY;
    // Before the run ends: a message that is told twice is better than none.
    people.tell(
        input.key() == null
            ? "Exposing %s broke off".formatted(DatabaseArn.nameIn(input.databaseArn()))
            : "%s of %s broke off".formatted(input.what(), input.key()),
        "%s%n%nExecution: %s%n".formatted(cause, input.executionArn()));
    runs.fail(token, ERROR, cause);
    return new BrokenOff(false);
  }
}
