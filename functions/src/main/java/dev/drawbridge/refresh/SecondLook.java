package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.dynamodb.Turns;
import dev.drawbridge.discovery.TruthWatch;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Lease;
import dev.drawbridge.plan.Lane;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Looks again where a run has found nothing to do and the event that started it may have come first
 * ({@link EarlyEvent}). Calls of a try: 1 to see that no earlier try has done it, and those for a
 * turn and 2 to read the truth unless that has just been read; after an event that only announces
 * one, 1 to see whether another has come; none for all other runs.
 */
final class SecondLook {
  private static final Duration JUST_READ = Duration.ofMillis(500);

  private final Leases leases;
  private final TruthWatch watch;
  private final Turns turns;
  private final InstantSource clock;
  private final Duration patience;

  SecondLook(Environment environment) {
    this.leases = Stores.leases(environment);
    this.watch = new TruthWatch(environment);
    this.turns = Stores.turns(environment);
    this.clock = environment.clock();
    this.patience = Propagation.apiLag(environment.settings());
  }

  /**
   * Whether the truth has moved since it was read.
   *
   * @throws NotReady if it has not, for some seconds. The lease holds up nobody meanwhile, for this
   *     run follows the truth as soon as RDS tells it
   */
  boolean moved(RegisterTargets.Input input) {
    Instant now = clock.instant();
    RefreshRequest request = input.request();
    if (!EarlyEvent.mayBe(request, input.round(), now, patience)
        || !leases.recorded(request.databaseIdentifier(), input.executionArn(), 1).isEmpty()) {
      return false;
    }
    boolean justRead = now.isBefore(input.database().discoveredAt().plus(JUST_READ));
    if (!justRead
        && !isTooEarly(input, now)
        && turns.take(EarlyEvent.tellsOfAFailover(request.cause()) ? Lane.TRUTH : Lane.IDLE)
        && watch.moved(input.addresses(), input.database())) {
      return true;
    }
    throw new NotReady("%s; RDS does not tell of it yet".formatted(request.cause()));
  }

  /** What only announces a failover leads to it some seconds later, or an event of it comes. */
  private boolean isTooEarly(RegisterTargets.Input input, Instant now) {
    return EarlyEvent.announces(input.request())
        && now.isBefore(input.round().startedAt().plus(patience.dividedBy(2)))
        && !new Unread(held(input), now, patience).ofAFailover();
  }

  private Optional<Lease> held(RegisterTargets.Input input) {
    return leases.findOf(input.request().databaseIdentifier(), input.executionArn());
  }
}
