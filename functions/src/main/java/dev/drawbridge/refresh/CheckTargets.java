package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Turns;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Target;
import dev.drawbridge.plan.Lane;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the load balancer finds new targets healthy, and stops waiting when the truth moves.
 *
 * <p>Calls of a try: none to load balancers while they cannot have looked at a new target; else
 * those for a turn, and 1 or, when the new writer is healthy, 2 to read health. When a try would
 * wait, those of {@link AwaitedTruth}, so that waiting never delays a new truth. Roles alone would
 * not do: a reader that was stopped or is being deleted would be waited for until it is out of
 * patience.
 */
public final class CheckTargets extends Worker<CheckTargets.Input, TargetCheck> {
  /**
   * Input of CheckTargets.
   *
   * @param executionArn whose lease it is; null in runs that an earlier release has started
   */
  public record Input(
      @Nullable String executionArn,
      Database database,
      InstanceAddresses addresses,
      Registration registration) {}

  /**
   * For a target in a zone that the load balancer lacks. UNCONFIRMED how long a target of a zone
   * that was added a moment ago shows the same.
   */
  private static final Duration OUTSIDE = Duration.ofMinutes(3);

  /** Of the writer's group, and of the reader group. */
  private static final int READS = 2;

  private final Duration earliest;
  private final Turns turns;
  private final AwaitedTruth truth;
  private final Targets targets;
  private final InstantSource clock;

  /** In Lambda. */
  public CheckTargets() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public CheckTargets(Environment environment) {
    super(Input.class);
    this.earliest = Propagation.firstHealth(environment.settings());
    this.turns = Stores.turns(environment);
    this.truth = new AwaitedTruth(environment);
    this.targets = Targets.inTurn(environment.clients());
    this.clock = environment.clock();
  }

  /** A database, a target group and a lease that there never are. Calls: 6. */
  @Override
  protected List<Runnable> priming() {
    return List.of(truth::prime, () -> targets.of(Targets.NEVER));
  }

  @Override
  public TargetCheck handle(Input input) {
    Registration registration = input.registration();
    Instant now = clock.instant();
    if (registration.outdated() || registration.isIdle()) {
      return new TargetCheck(registration.outdated(), now, false);
    }
    if (isEarly(registration, now)) {
      return movedOr(
          input, new NotReady("%s cannot be healthy yet".formatted(registration.writer())));
    }
    if (!turns.take(Lane.LOOKS, READS)) {
      return movedOr(input, new NotReady(Lane.LOOKS.waits()));
    }
    Optional<AwaitedHealth.Awaited> awaited = awaited(input);
    if (awaited.isEmpty()) {
      // Nothing to wait for: ConfirmTargets reads the truth again in a moment.
      return new TargetCheck(false, clock.instant(), false);
    }
    if (awaited.get().missing()) {
      return new TargetCheck(true, clock.instant(), true);
    }
    Duration waited = Duration.between(registration.registeredAt(), now);
    return movedOr(input, still(awaited.get(), waited));
  }

  /** Whether no load balancer can have looked yet at what this pass, or the last switch, added. */
  private boolean isEarly(Registration registration, Instant now) {
    Instant switchedAt = registration.switchedAt();
    boolean justAdded =
        !registration.added().isEmpty() && now.isBefore(registration.registeredAt().plus(earliest));
    boolean justSwitched = switchedAt != null && now.isBefore(switchedAt.plus(earliest));
    return (justAdded || justSwitched) && !registration.writer().isEmpty();
  }

  /** Goes round if the truth has moved; else throws why not. */
  private TargetCheck movedOr(Input input, RuntimeException why) {
    // Without a lease it waits on, by the truth alone: whatever it would change is refused.
    Unread unread = truth.unread(input.database().arn(), input.executionArn());
    if (truth.moved(unread, input.database(), input.addresses())) {
      return new TargetCheck(true, clock.instant(), false);
    }
    throw why;
  }

  /** Waiting goes on, or does not mend it. */
  private static RuntimeException still(AwaitedHealth.Awaited awaited, Duration waited) {
    Duration patience = awaited.hopeless() ? OUTSIDE : Propagation.REGISTRATION;
    return waited.compareTo(patience) > 0
        ? new Conflict("after %s: %s".formatted(patience, awaited.why()))
        : new NotReady(awaited.why());
  }

  private Optional<AwaitedHealth.Awaited> awaited(Input input) {
    Registration registration = input.registration();
    // Readers may be taken away only when one of those that stay is healthy.
    boolean taking = !registration.staleReaders().isEmpty();
    return waiting(input, registration.writerGroupArn(), registration.writer(), false)
        .or(() -> waiting(input, registration.readerGroupArn(), registration.readers(), taking));
  }

  private Optional<AwaitedHealth.Awaited> waiting(
      Input input, String groupArn, List<Target> wanted, boolean taking) {
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    // There is nothing to wait for in a group that is gone; ConfirmTargets finds that it is.
    return targets
        .find(groupArn)
        .flatMap(
            group ->
                AwaitedHealth.of(
                    wanted,
                    group,
                    input.registration().added(),
                    taking,
                    input.database().subnets()));
  }
}
