package dev.drawbridge.lab.kills;

import dev.drawbridge.simulator.rds.RdsObserver;
import dev.drawbridge.simulator.rds.Server;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When RDS has decided that another server is the writer. The real one is told at that moment, so
 * what it needs to become the writer counts as outage. Called within the world.
 */
final class Promotions implements RdsObserver {
  private final InstantSource clock;
  private @Nullable Instant last;

  Promotions(InstantSource clock) {
    this.clock = clock;
  }

  /** The next one counts. */
  void forget() {
    last = null;
  }

  /** The first since then. */
  Optional<Instant> seen() {
    return Optional.ofNullable(last);
  }

  @Override
  public void up(Server server) {}

  @Override
  public void down(Server server) {}

  @Override
  public void promoted(Server server) {
    last = last == null ? clock.instant() : last;
  }
}
