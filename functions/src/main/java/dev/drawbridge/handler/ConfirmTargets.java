package dev.drawbridge.handler;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.ConfirmTargetsInput;
import dev.drawbridge.model.Confirmation;
import dev.drawbridge.model.Lease;
import dev.drawbridge.model.RefreshResult;
import dev.drawbridge.model.Registration;
import dev.drawbridge.model.Round;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.Propagation;
import dev.drawbridge.plan.Truth;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the truth once more, waits until a switch has settled, and lets go of the lease; or sends
 * the run round again.
 *
 * <p>Calls: 2 a try to read the roles, 1 for the lease; after a switch 1 more to see the old target
 * gone.
 */
public final class ConfirmTargets extends Worker<ConfirmTargetsInput, Confirmation> {
  private final Databases databases;
  private final Targets targets;
  private final Leases leases;
  private final InstantSource clock;

  /** In Lambda. */
  public ConfirmTargets() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public ConfirmTargets(Environment environment) {
    super(ConfirmTargetsInput.class);
    this.databases = new Databases(environment.clients());
    this.targets = new Targets(environment.clients());
    this.leases = Stores.leases(environment);
    this.clock = environment.clock();
  }

  @Override
  public Confirmation handle(ConfirmTargetsInput input) {
    Round round = input.round();
    if (Truth.moved(input.endpoints(), databases.topology(input.database().arn()))) {
      return again(input, round.seen());
    }
    awaitSettled(input.registration());
    String name = input.request().name();
    if (leases.release(name, input.executionArn(), round.seen())) {
      return new Confirmation("REFRESHED", round, result(input, clock.instant()));
    }
    // Refused: somebody left a mark, or an earlier try of this task let go and its reply was lost.
    return leases
        .find(name)
        .filter(lease -> lease.executionArn().equals(input.executionArn()))
        .map(Lease::requested)
        .map(mark -> again(input, mark))
        .orElseGet(() -> new Confirmation("REFRESHED", round, result(input, clock.instant())));
  }

  /** A deregistered target may still get connections for a while. */
  private void awaitSettled(Registration registration) {
    Instant switchedAt = registration.switchedAt();
    if (switchedAt == null) {
      return;
    }
    Instant allowed = switchedAt.plus(Propagation.DEREGISTRATION);
    if (clock.instant().isBefore(allowed)) {
      throw new NotReady("the switch of %s settles at %s".formatted(switchedAt, allowed));
    }
    List<TargetState> old =
        targets.of(registration.groups().writerArn()).stream()
            .filter(state -> !registration.writer().contains(state.target()))
            .toList();
    // Without a writer the group was left alone, and what it holds is no leftover of ours.
    if (!old.isEmpty() && !registration.writer().isEmpty()) {
      throw new NotReady("the old writer is not gone yet: " + old);
    }
  }

  private Confirmation again(ConfirmTargetsInput input, String seen) {
    Round next = input.round().next(seen, input.registration().switchedAt());
    return new Confirmation("AGAIN", next, result(input, null));
  }

  private static RefreshResult result(ConfirmTargetsInput input, @Nullable Instant settledAt) {
    Registration registration = input.registration();
    String cause = input.request().cause();
    return new RefreshResult(
        input.database().identifier(),
        cause == null ? "unstated" : cause,
        input.round().number(),
        registration.writer(),
        registration.readers(),
        registration.changes(),
        input.endpoints().notes(),
        input.round().startedAt(),
        registration.switchedAt(),
        settledAt);
  }
}
