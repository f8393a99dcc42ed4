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

/**
 * Whether the truth has moved while a run waits: read when somebody has left a mark that it was not
 * yet read for, and after a while without one. Which those are stands in the lease, so that it does
 * not matter how far apart tries are. Calls of a try: none without a reason, else 2 to read the
 * truth and 1 to write down that it was read.
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

  /** A database that there never is. Calls: 1. */
  void prime() {
    watch.prime();
  }

  /** Whether it has moved, read now whatever was left. Calls: 2. */
  boolean movedNow(Database database, InstanceAddresses addresses) {
    return watch.moved(addresses, database);
  }

  /**
   * Whether it has moved, read if there is a reason.
   *
   * @param held the lease, read before this is called
   * @param unasked after so long it is read without a mark
   */
  boolean moved(
      Optional<Lease> held, Database database, InstanceAddresses addresses, Duration unasked) {
    Instant now = clock.instant();
    Instant read = lastRead(held, database.discoveredAt());
    // What was read when the run began may be older than that, by as much as RDS lags.
    Instant since = database.discoveredAt().minus(apiLag);
    boolean asked =
        held.filter(lease -> lease.asksSince(since) || lease.failedOverSince(read, apiLag))
            .isPresent();
    if (!asked && now.isBefore(read.plus(unasked))) {
      return false;
    }
    boolean moved = movedNow(database, addresses);
    held.ifPresent(lease -> leases.looked(lease, new Lease.Looks(answered(lease, now), now)));
    return moved;
  }

  /** Whether an event of a failover has come so lately that RDS may not tell of it yet. */
  boolean isEarly(Lease lease) {
    return isEarly(lease, clock.instant());
  }

  private boolean isEarly(Lease lease, Instant now) {
    return lease.failedOverSince(now, apiLag);
  }

  private static Instant lastRead(Optional<Lease> held, Instant discovered) {
    return held.map(Lease::looks)
        .map(Lease.Looks::truthAt)
        .filter(discovered::isBefore)
        .orElse(discovered);
  }

  /** It is asked for once more then. */
  private String answered(Lease lease, Instant now) {
    return isEarly(lease, now) ? lease.looks().answered() : lease.requested();
  }
}
