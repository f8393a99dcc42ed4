package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.discovery.TruthWatch;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Target;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Waits until the load balancer finds new targets healthy, and stops waiting when the truth moves.
 *
 * <p>Calls of a try: none to load balancers while they cannot have looked at a new target; then 1
 * while a new writer is not healthy, then 2. When a try would wait, 1 to see whether somebody has
 * left a mark, and, if so or once a minute, 2 more to read the truth, so that waiting never delays
 * a new one. Roles alone would not do: a reader that was stopped or is being deleted would be
 * waited for until it is out of patience.
 */
public final class CheckTargets extends Worker<CheckTargets.Input, TargetCheck> {
  /** Input of CheckTargets. */
  public record Input(Database database, InstanceAddresses addresses, Registration registration) {}

  /**
   * For a target in a zone that the load balancer lacks. UNCONFIRMED how long a target of a zone
   * that was added a moment ago shows the same.
   */
  private static final Duration OUTSIDE = Duration.ofMinutes(3);

  /** The longest pause between two tries, as the state machine has it. */
  private static final Duration PAUSE = Duration.ofSeconds(20);

  /** What a try itself takes at most, so that no look without a mark falls between two tries. */
  private static final Duration TRY = Duration.ofSeconds(5);

  private static final Duration UNASKED = Duration.ofSeconds(60);

  private final Duration earliest;
  private final Leases leases;
  private final TruthWatch watch;
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
    this.leases = Stores.leases(environment);
    this.watch = new TruthWatch(environment);
    this.targets = new Targets(environment.clients());
    this.clock = environment.clock();
  }

  /** A database, a target group and a lease that there never are. Calls: 3. */
  @Override
  protected List<Runnable> priming() {
    return List.of(watch::prime, () -> targets.of(Targets.NEVER), () -> leases.find(Leases.NEVER));
  }

  @Override
  public TargetCheck handle(Input input) {
    Registration registration = input.registration();
    Instant now = clock.instant();
    Duration waited = Duration.between(registration.registeredAt(), now);
    if (isIdle(registration)) {
      return new TargetCheck(false, now);
    }
    if (isEarly(registration, now)) {
      if (mayHaveMoved(input, waited, now) && watch.moved(input.addresses(), input.database())) {
        return new TargetCheck(true, clock.instant());
      }
      throw new NotReady("%s cannot be healthy yet".formatted(registration.writer()));
    }
    // Readers may be taken away only when those that stay are healthy.
    boolean all = !registration.staleReaders().isEmpty();
    Optional<AwaitedHealth.Awaited> waiting =
        waiting(input, registration.writerGroupArn(), registration.writer(), false)
            .or(() -> waiting(input, registration.readerGroupArn(), registration.readers(), all));
    if (waiting.isEmpty()) {
      // Nothing to wait for: ConfirmTargets reads the truth again in a moment.
      return new TargetCheck(false, clock.instant());
    }
    if (mayHaveMoved(input, waited, now) && watch.moved(input.addresses(), input.database())) {
      return new TargetCheck(true, clock.instant());
    }
    AwaitedHealth.Awaited awaited = waiting.get();
    Duration patience = awaited.hopeless() ? OUTSIDE : Propagation.REGISTRATION;
    if (waited.compareTo(patience) > 0) {
      throw new Conflict("after %s: %s".formatted(patience, awaited.why()));
    }
    throw new NotReady(awaited.why());
  }

  /** Whether nothing has been changed, or is to be, whose effect could be waited for. */
  private static boolean isIdle(Registration registration) {
    return registration.added().isEmpty()
        && registration.staleReaders().isEmpty()
        && registration.switchedAt() == null;
  }

  /** Whether no load balancer can have looked yet at what this pass, or the last switch, added. */
  private boolean isEarly(Registration registration, Instant now) {
    Instant switchedAt = registration.switchedAt();
    boolean justAdded =
        !registration.added().isEmpty() && now.isBefore(registration.registeredAt().plus(earliest));
    boolean justSwitched = switchedAt != null && now.isBefore(switchedAt.plus(earliest));
    return (justAdded || justSwitched) && !registration.writer().isEmpty();
  }

  /**
   * Whoever knows of a change leaves a mark; once a minute the truth is read without one. Right
   * after the registration it has just been read.
   */
  private boolean mayHaveMoved(Input input, Duration waited, Instant now) {
    long within = waited.toSeconds() % UNASKED.toSeconds();
    return (waited.compareTo(UNASKED) >= 0 && within < PAUSE.plus(TRY).toSeconds())
        || leases.requestedSince(input.database().arn(), lastLook(input, now));
  }

  /** Since when nobody can have looked: tries are so far apart, and DiscoverDatabase was first. */
  private static Instant lastLook(Input input, Instant now) {
    Instant lastTry = now.minus(PAUSE).minusSeconds(2);
    Instant discovered = input.database().discoveredAt();
    return discovered.isAfter(lastTry) ? discovered : lastTry;
  }

  private Optional<AwaitedHealth.Awaited> waiting(
      Input input, String groupArn, List<Target> wanted, boolean all) {
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    // There is nothing to wait for in a group that is gone; ConfirmTargets finds that it is.
    return targets
        .find(groupArn)
        .flatMap(
            group ->
                AwaitedHealth.of(
                    wanted, group, input.registration().added(), all, input.database().subnets()));
  }
}
