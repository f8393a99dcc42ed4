package dev.drawbridge.engine.step;

import dev.drawbridge.engine.definition.Workflow;
import dev.drawbridge.engine.path.Payload;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an execution between two events, its history apart.
 *
 * @param branches the lines of control that are alive
 * @param resumable those that were alive when it failed; a redrive takes them up
 * @param nextBranch the id of the next branch
 * @param nextSerial the serial of the next activity
 * @param events how many events the history has
 */
public record Execution(
    Identity identity,
    Workflow workflow,
    Payload input,
    Status status,
    Instant startedAt,
    @Nullable Instant stoppedAt,
    @Nullable Payload output,
    @Nullable String error,
    @Nullable String cause,
    Map<Integer, Branch> branches,
    Map<Integer, Branch> resumable,
    int nextBranch,
    long nextSerial,
    long events,
    int redriveCount,
    @Nullable Instant redrivenAt) {

  /** Whether a branch still works at the attempt of that serial. */
  public boolean worksAt(long serial) {
    return branches.values().stream()
        .anyMatch(
            branch ->
                branch.activity() instanceof Activity.Working working
                    && working.serial() == serial);
  }

  /** The same once more redriven: what its states read of that is true from the first on. */
  Execution redriven(Instant at) {
    return new Execution(
        identity,
        workflow,
        input,
        status,
        startedAt,
        stoppedAt,
        output,
        error,
        cause,
        branches,
        resumable,
        nextBranch,
        nextSerial,
        events,
        redriveCount + 1,
        at);
  }

  /** An execution before its first event. */
  public static Execution created(
      Identity identity, Workflow workflow, Payload input, Instant now) {
    return new Execution(
        identity,
        workflow,
        input,
        Status.RUNNING,
        now,
        null,
        null,
        null,
        null,
        Map.of(),
        Map.of(),
        0,
        0,
        0,
        0,
        null);
  }
}
