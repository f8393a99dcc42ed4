package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.aws.states.ExecutionEnds;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.ExecutionEnd;
import dev.drawbridge.model.Failure;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.FailureWords;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Marks the claim of a run that could not do so itself, and tells people: aborting, running out of
 * time, States.Runtime and a worker that fails to the last try bypass every Catch. A run that said
 * itself how it ended is left as it is. Anybody who may invoke this worker can send it an event:
 * how a run ended is asked of Step Functions.
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

  /** Longer than Step Functions takes to show an end, shorter than Lambda waits to try again. */
  private static final Duration SETTLING = Duration.ofSeconds(30);

  private final Claims claims;
  private final ExecutionEnds ends;
  private final Records records;
  private final PeopleTopic people;
  private final InstantSource clock;

  public RecordExecutionEnd() {
    this(Environment.lambda());
  }

  public RecordExecutionEnd(Environment environment) {
    super(ExecutionEnded.class);
    this.claims = Stores.claims(environment);
    this.ends = new ExecutionEnds(environment.clients());
    this.records = Stores.records(environment);
    this.people = Stores.people(environment);
    this.clock = environment.clock();
  }

  @Override
  public ExecutionEndRecorded handle(ExecutionEnded event) {
    String executionArn = event.detail().executionArn();
    Optional<ExecutionEnd> found = ends.find(executionArn);
    if (found.isEmpty() && fresh(event)) {
      // What Step Functions shows may be seconds old; Lambda calls again after a minute.
      throw new TransientFailure("execution %s has not ended yet".formatted(executionArn));
    }
    return found
        .filter(ExecutionEnd::badly)
        .map(end -> record(executionArn, end))
        .orElseGet(() -> new ExecutionEndRecorded(""));
  }

  private boolean fresh(ExecutionEnded event) {
    Instant sent = event.time();
    return sent != null && Duration.between(sent, clock.instant()).abs().compareTo(SETTLING) < 0;
  }

  private ExecutionEndRecorded record(String executionArn, ExecutionEnd end) {
    List<OnboardingKey> paths = PathOfInput.read(end.input(), Provider.ofExecution(executionArn));
    boolean brokenOff = false;
    for (OnboardingKey path : paths) {
      if (claims.breakOff(path, executionArn, reason(end), clock.instant())) {
        brokenOff = true;
        records.add(
            AuditEntry.about(AuditRecord.Kind.FAILED, path)
                .run(executionArn)
                .saying(reason(end))
                .at(clock.instant()));
      }
    }
    String path = paths.isEmpty() ? "" : paths.getFirst().toString();
    if (!said(end) && (brokenOff || !recorded(executionArn, paths))) {
      tell(executionArn, end, path);
    }
    return new ExecutionEndRecorded(path);
  }

  /** Whether the run itself has told people, or its starter has the answer. */
  private static boolean said(ExecutionEnd end) {
    return SAID.contains(String.valueOf(end.error()))
        || (BreakOff.ERROR.equals(end.error())
            && String.valueOf(end.cause()).endsWith(BreakOff.REMEDY));
  }

  /** Whether it is on record already: by the first copy of a doubled event. */
  private boolean recorded(String executionArn, List<OnboardingKey> paths) {
    return paths.stream()
        .flatMap(path -> claims.find(path).stream())
        .anyMatch(claim -> claim.executionArn().equals(executionArn));
  }

  private void tell(String executionArn, ExecutionEnd end, String path) {
    people.tell(
        "Onboarding%s broke off".formatted(path.isEmpty() ? "" : " of " + path),
        "%s%n%nNothing that an earlier run accepted is cut. Send the request again, or redrive the execution once the cause is mended.%n%nExecution: %s%n"
            .formatted(reason(end), executionArn));
  }

  private static String reason(ExecutionEnd end) {
    String error = end.error();
    return error == null
        ? "the execution ended as " + end.status()
        : "the execution ended as %s: %s: %s"
            .formatted(end.status(), error, FailureWords.message(new Failure(error, end.cause())));
  }
}
