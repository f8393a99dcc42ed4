package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Failure;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.FailureWords;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Marks the claim of a run that could not do so itself, and tells people: aborting, running out of
 * time, States.Runtime and a worker that fails to the last try bypass every Catch. A run that said
 * itself how it ended is left as it is.
 */
public final class RecordExecutionEnd extends Worker<ExecutionEnded, ExecutionEndRecorded> {
  /** How the states end that have told people, or whose starter has the answer. */
  private static final Set<String> SAID =
      Set.of(
          InvalidRequest.class.getName(),
          Conflict.class.getName(),
          "Denied",
          "Expired",
          "AcceptedUnverified");

  private final Claims claims;
  private final PeopleTopic people;
  private final InstantSource clock;

  public RecordExecutionEnd() {
    this(Environment.lambda());
  }

  public RecordExecutionEnd(Environment environment) {
    super(ExecutionEnded.class);
    this.claims = Stores.claims(environment);
    this.people = Stores.people(environment);
    this.clock = environment.clock();
  }

  @Override
  public ExecutionEndRecorded handle(ExecutionEnded event) {
    ExecutionEnded.Detail detail = event.detail();
    List<OnboardingKey> paths =
        PathOfInput.read(detail.input(), Provider.ofExecution(detail.executionArn()));
    boolean brokenOff = false;
    for (OnboardingKey path : paths) {
      brokenOff |= claims.breakOff(path, detail.executionArn(), reason(detail), clock.instant());
    }
    String path = paths.isEmpty() ? "" : paths.getFirst().toString();
    if (!said(detail) && (brokenOff || !recorded(detail, paths))) {
      tell(detail, path);
    }
    return new ExecutionEndRecorded(path);
  }

  /** Whether the run itself has told people, or its starter has the answer. */
  private static boolean said(ExecutionEnded.Detail detail) {
    return SAID.contains(String.valueOf(detail.error()))
        || (BreakOff.ERROR.equals(detail.error())
            && String.valueOf(detail.cause()).endsWith(BreakOff.REMEDY));
  }

  /** Whether it is on record already: by the first copy of a doubled event. */
  private boolean recorded(ExecutionEnded.Detail detail, List<OnboardingKey> paths) {
    return paths.stream()
        .flatMap(path -> claims.find(path).stream())
        .anyMatch(claim -> claim.executionArn().equals(detail.executionArn()));
  }

  private void tell(ExecutionEnded.Detail detail, String path) {
    people.tell(
        "Onboarding%s broke off".formatted(path.isEmpty() ? "" : " of " + path),
        "%s%n%nNothing that an earlier run accepted is cut. Send the request again, or redrive the execution once the cause is mended.%n%nExecution: %s%n"
            .formatted(reason(detail), detail.executionArn()));
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
