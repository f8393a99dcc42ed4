package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Fingerprints;
import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.dynamodb.Turns;
import dev.drawbridge.discovery.TruthWatch;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Lease;
import dev.drawbridge.plan.Fingerprint;
import dev.drawbridge.plan.Lane;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the truth has moved while a run waits: read when somebody has left a mark that it was not
 * yet read for ({@link Unread}), and after a while without one, unless the check for drift has just
 * read the same of all databases. Which those are stands in the lease, so that it does not matter
 * how far apart tries are. Calls of a try: 1 for the lease; after that while 1 for what the check
 * has read; with a reason those for a turn, 2 to read the truth and 1 to write down that it was
 * read.
 */
final class AwaitedTruth {
  /** After so long the truth is read though nobody has left a mark. */
  private static final Duration UNASKED = Duration.ofSeconds(60);

  /**
   * For so long what the check for drift has read holds: it comes each minute, and takes some
   * seconds from its reads to its end.
   */
  private static final Duration SWEPT = Duration.ofSeconds(90);

  private final Leases leases;
  private final Fingerprints fingerprints;
  private final TruthWatch watch;
  private final TruthWatch watchInTurn;
  private final Turns turns;
  private final InstantSource clock;
  private final Duration apiLag;

  AwaitedTruth(Environment environment) {
    this.leases = Stores.leases(environment);
    this.fingerprints = Stores.fingerprints(environment);
    this.watch = new TruthWatch(environment);
    this.watchInTurn = TruthWatch.inTurn(environment);
    this.turns = Stores.turns(environment);
    this.clock = environment.clock();
    this.apiLag = Propagation.apiLag(environment.settings());
  }

  /** A database, through both clients, and a lease that there never are. Calls: 5. */
  void prime() {
    watch.prime();
    watchInTurn.prime();
    unread(Leases.NEVER, null);
  }

  /** Whether it has moved, read now whatever was left. Calls: 2. */
  boolean movedNow(Database database, InstanceAddresses addresses) {
    return watch.moved(addresses, database);
  }

  /**
   * The same in its turn, before one of many runs ends. Calls: those for a turn, and 2 to read the
   * truth.
   *
   * @param switched whether the run has: then it has waited for that to settle and for a turn to
   *     read the groups, pays for this one, and waits for no other
   * @throws NotReady if it is not its turn, or if RDS takes no more calls of the account
   */
  boolean movedAtEnd(
      Unread unread, Database database, InstanceAddresses addresses, boolean switched) {
    if (switched) {
      turns.goOn(Lane.IDLE);
    } else {
      boolean told = unread.ofTheTruth(database.discoveredAt());
      turns.require(lane(told ? Lane.TRUTH : Lane.IDLE, unread, database));
    }
    return watchInTurn.moved(addresses, database);
  }

  /**
   * Whether it has moved, read now; whatever mark was left until now needs no look later. Calls: 4.
   *
   * @param executionArn whose lease it is
   */
  boolean movedByNow(String executionArn, Database database, InstanceAddresses addresses) {
    Unread unread = unread(database.arn(), executionArn);
    boolean moved = movedNow(database, addresses);
    note(unread);
    return moved;
  }

  /**
   * What a run has yet to read of what others have left in its lease. Calls: 1.
   *
   * @param executionArn null of a run that an earlier release has started: whose the lease is,
   *     nobody says
   */
  Unread unread(String databaseArn, @Nullable String executionArn) {
    Optional<Lease> held =
        executionArn == null ? leases.find(databaseArn) : leases.findOf(databaseArn, executionArn);
    return new Unread(held, clock.instant(), apiLag);
  }

  /** Whether it has moved, read if somebody has left a mark, or if nobody has read it for long. */
  boolean moved(Unread unread, Database database, InstanceAddresses addresses) {
    boolean due =
        unread.ofTheTruth(database.discoveredAt())
            || (isOld(unread, database) && !isSwept(unread, database, addresses));
    return due && readInTurn(unread, database, addresses);
  }

  /** Whether it has moved, read if somebody has left a mark. */
  boolean movedByMark(Unread unread, Database database, InstanceAddresses addresses) {
    return unread.ofTheTruth(database.discoveredAt()) && readInTurn(unread, database, addresses);
  }

  /** Read at the next try if it is not the turn of those who only wait, or if RDS throttles it. */
  private boolean readInTurn(Unread unread, Database database, InstanceAddresses addresses) {
    if (!turns.take(lane(Lane.TRUTH, unread, database))) {
      return false;
    }
    try {
      boolean moved = watchInTurn.moved(addresses, database);
      note(unread);
      return moved;
    } catch (NotReady busy) {
      return false;
    }
  }

  /** Those whose names disagree may ask for minutes: beside them nobody's truth grows old. */
  private static Lane lane(Lane usual, Unread unread, Database database) {
    return isOld(unread, database) ? Lane.NAMES_DISAGREE : usual;
  }

  private static boolean isOld(Unread unread, Database database) {
    Instant readAt = unread.truthReadAt(database.discoveredAt());
    return !unread.at().isBefore(readAt.plus(UNASKED));
  }

  private void note(Unread unread) {
    Lease.Looks looks = new Lease.Looks(unread.answered(), unread.at());
    unread.held().ifPresent(lease -> leases.looked(lease, looks));
  }

  /**
   * Whether the check for drift has read after the run, and lately, what is registered. No, if that
   * cannot be known: it saves a call, and nothing may fail for it.
   */
  private boolean isSwept(Unread unread, Database database, InstanceAddresses addresses) {
    Instant readAt = unread.truthReadAt(database.discoveredAt());
    String registered = Fingerprint.of(database.presentArn(), database.resourceId(), addresses);
    try {
      return fingerprints
          .seen(registered)
          .filter(readAt::isBefore)
          .filter(unread.at().minus(SWEPT)::isBefore)
          .isPresent();
    } catch (RuntimeException unreadable) {
      return false;
    }
  }
}
