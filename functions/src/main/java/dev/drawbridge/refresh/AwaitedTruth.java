package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.discovery.TruthWatch;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Lease;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the truth has moved while a run waits: read when somebody has left a mark that it was not
 * yet read for ({@link Unread}), and after a while without one. Which those are stands in the
 * lease, so that it does not matter how far apart tries are. Calls of a try: 1 for the lease; with
 * a reason 2 to read the truth and 1 to write down that it was read.
 */
final class AwaitedTruth {
  private final Leases leases;
  private final TruthWatch watch;
  private final InstantSource clock;
  private final Duration apiLag;

  AwaitedTruth(Environment environment) {
    this.leases = Stores.leases(environment);
    this.watch = new TruthWatch(environment);
    this.clock = environment.clock();
    this.apiLag = Propagation.apiLag(environment.settings());
  }

  /** A database and a lease that there never are. Calls: 3. */
  void prime() {
    watch.prime();
    unread(Leases.NEVER, null);
  }

  /** Whether it has moved, read now whatever was left. Calls: 2. */
  boolean movedNow(Database database, InstanceAddresses addresses) {
    return watch.moved(addresses, database);
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

  /**
   * Whether it has moved, read if there is a reason.
   *
   * @param unasked after so long it is read without a mark
   */
  boolean moved(Unread unread, Database database, InstanceAddresses addresses, Duration unasked) {
    Instant discovered = database.discoveredAt();
    if (!unread.ofTheTruth(discovered)
        && unread.at().isBefore(unread.truthReadAt(discovered).plus(unasked))) {
      return false;
    }
    boolean moved = movedNow(database, addresses);
    Lease.Looks looks = new Lease.Looks(unread.answered(), unread.at());
    unread.held().ifPresent(lease -> leases.looked(lease, looks));
    return moved;
  }
}
