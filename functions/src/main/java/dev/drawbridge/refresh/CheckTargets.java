package dev.drawbridge.refresh;

import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.discovery.TruthWatch;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Target;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Waits until the load balancer finds new targets healthy, and stops waiting when the truth moves.
 *
 * <p>Calls of a try: 1 while a new writer is not healthy, then 2; when a try would wait, 2 more to
 * read the truth, so that waiting never delays a new one. Roles alone would not do: a reader that
 * was stopped or is being deleted would be waited for until it is out of patience.
 */
public final class CheckTargets extends Worker<CheckTargets.Input, TargetCheck> {
  /** Input of CheckTargets. */
  public record Input(Database database, InstanceAddresses addresses, Registration registration) {}

  /**
   * For a target in a zone that the load balancer lacks. UNCONFIRMED how long a target of a zone
   * that was added a moment ago shows the same.
   */
  private static final Duration OUTSIDE = Duration.ofMinutes(3);

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
    this.watch = new TruthWatch(environment);
    this.targets = new Targets(environment.clients());
    this.clock = environment.clock();
  }

  /** A database and a target group that there never are. Calls: 2. */
  @Override
  protected List<Runnable> priming() {
    return List.of(watch::prime, () -> targets.of(Targets.NEVER));
  }

  @Override
  public TargetCheck handle(Input input) {
    Registration registration = input.registration();
    // Readers may be taken away only when those that stay are healthy.
    boolean all = !registration.staleReaders().isEmpty();
    Optional<AwaitedHealth.Awaited> waiting =
        waiting(input, registration.writerGroupArn(), registration.writer(), false)
            .or(() -> waiting(input, registration.readerGroupArn(), registration.readers(), all));
    if (waiting.isEmpty()) {
      // Nothing to wait for: ConfirmTargets reads the truth again in a moment.
      return new TargetCheck(false, clock.instant());
    }
    if (watch.moved(input.addresses(), input.database())) {
      return new TargetCheck(true, clock.instant());
    }
    Duration waited = Duration.between(registration.registeredAt(), clock.instant());
    AwaitedHealth.Awaited awaited = waiting.get();
    Duration patience = awaited.hopeless() ? OUTSIDE : Propagation.REGISTRATION;
    if (waited.compareTo(patience) > 0) {
      throw new Conflict("after %s: %s".formatted(patience, awaited.why()));
    }
    throw new NotReady(awaited.why());
  }

  private Optional<AwaitedHealth.Awaited> waiting(
      Input input, String groupArn, List<Target> wanted, boolean all) {
    return wanted.isEmpty()
        ? Optional.empty()
        : AwaitedHealth.of(
            wanted,
            targets.of(groupArn),
            input.registration().added(),
            all,
            input.database().subnets());
  }
}
