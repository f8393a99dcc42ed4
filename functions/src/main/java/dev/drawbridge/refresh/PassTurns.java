package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.dynamodb.Turns;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.plan.Lane;
import dev.drawbridge.plan.TargetPlan;
import dev.drawbridge.plan.WriterLead;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The turns in which a pass changes targets ({@link Lane}), and what becomes of it when the truth
 * has moved while it waited for one.
 *
 * <p>Calls: those of {@link Turns} for each change; 1 to see whether a turn that was handed on is
 * used up; after a wait those of {@link AwaitedTruth} to read the truth.
 */
final class PassTurns {
  /** A truth that is older is read again before anything is changed by it. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Turns turns;
  private final Leases leases;
  private final AwaitedTruth truth;
  private final PassChanges changed;
  private final InstantSource clock;

  PassTurns(Environment environment) {
    this.turns = Stores.turns(environment);
    this.leases = Stores.leases(environment);
    this.truth = new AwaitedTruth(environment);
    this.changed = new PassChanges(environment);
    this.clock = environment.clock();
  }

  /**
   * Takes the turn of what has to be done first, and says whose it is; nothing needs none.
   *
   * @throws NotReady if it is not its turn
   */
  Optional<Lane> first(RegisterTargets.Input input, TargetPlan plan) {
    Optional<Lane> first = firstOf(plan);
    first.filter(lane -> !isHandedOn(lane, input)).ifPresent(turns::require);
    return first;
  }

  /**
   * Makes a change in its turn, unless that was taken already as the first one. False if the group
   * is not there, or not ours, any more.
   *
   * @param done puts on record what has been done so far: the next try goes on from there
   * @throws NotReady if it is not its turn, or if AWS takes no more calls of the account
   */
  boolean in(Lane lane, Optional<Lane> taken, BooleanSupplier change, Runnable done) {
    try {
      if (taken.filter(lane::equals).isEmpty()) {
        turns.require(lane);
      }
      return change.getAsBoolean();
    } catch (NotReady others) {
      done.run();
      throw others;
    }
  }

  /** Whoever has waited for a turn, or for AWS to be less busy, must not act on an old truth. */
  boolean outdated(RegisterTargets.Input input) {
    return clock.instant().isAfter(input.database().discoveredAt().plus(FRESH))
        && truth.movedByNow(input.executionArn(), input.database(), input.addresses());
  }

  /**
   * Nothing is done by a truth that has moved: the run goes round at once, and keeps its turn. Of
   * hundreds that wait most find that it has, and whoever queued anew would be the last.
   */
  Registration handedOn(
      RegisterTargets.Input input,
      TargetGroups groups,
      WriterLead lead,
      Instant began,
      Optional<Lane> turn) {
    List<String> done = recorded(input);
    return new Registration(
        lead.to(),
        groups.readerArn(),
        List.of(),
        List.of(),
        done,
        List.of(),
        List.of(),
        began,
        clock.instant(),
        changed.recordedSwitch(input, done).orElse(input.round().switchedAt()),
        true,
        turn.orElse(null));
  }

  private static Optional<Lane> firstOf(TargetPlan plan) {
    if (!plan.registerWriter().isEmpty()) {
      return Optional.of(Lane.WRITERS);
    }
    if (!plan.deregisterWriter().isEmpty()) {
      return Optional.of(Lane.FORMER_WRITERS);
    }
    return plan.registerReaders().isEmpty() ? Optional.empty() : Optional.of(Lane.READERS);
  }

  /**
   * Whether the pass before has left that turn. It pays for one try: what AWS throttles is tried
   * again each few seconds, and those of hundreds of runs would go unpaid. A try has its changes on
   * record before it makes them.
   */
  private boolean isHandedOn(Lane lane, RegisterTargets.Input input) {
    return lane == input.round().turn() && recorded(input).isEmpty();
  }

  private List<String> recorded(RegisterTargets.Input input) {
    return leases.recorded(
        input.request().databaseIdentifier(), input.executionArn(), input.round().number());
  }
}
