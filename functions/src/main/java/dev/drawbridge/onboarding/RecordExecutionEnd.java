package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.model.Failure;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.FailureWords;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.List;

/**
 * Marks the claim of a run that could not do so itself: aborting, running out of time and
 * States.Runtime bypass every Catch.
 */
public final class RecordExecutionEnd extends Worker<ExecutionEnded, ExecutionEndRecorded> {
  private final Claims claims;
  private final InstantSource clock;

  public RecordExecutionEnd() {
    this(Environment.lambda());
  }

  public RecordExecutionEnd(Environment environment) {
    super(ExecutionEnded.class);
    this.claims = Stores.claims(environment);
    this.clock = environment.clock();
  }

  @Override
  public ExecutionEndRecorded handle(ExecutionEnded event) {
    ExecutionEnded.Detail detail = event.detail();
    List<OnboardingKey> paths =
        PathOfInput.read(detail.input(), Provider.ofExecution(detail.executionArn()));
    paths.forEach(
        path -> claims.breakOff(path, detail.executionArn(), reason(detail), clock.instant()));
    return new ExecutionEndRecorded(paths.isEmpty() ? "" : paths.getFirst().toString());
  }

  private static String reason(ExecutionEnded.Detail detail) {
    String error = detail.error();
    return error == null
        ? "the execution ended as " + detail.status()
        : "the execution ended as %s: %s: %s"
            .formatted(
                detail.status(), error, FailureWords.message(new Failure(error, detail.cause())));
  }
}
