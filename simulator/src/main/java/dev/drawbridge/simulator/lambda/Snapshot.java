package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.time.Scheduler;
import java.time.Instant;

/**
 * The snapshot that a published version with SnapStart starts from. Lambda deletes it when nobody
 * has invoked the version for long; the call that finds it gone is refused, and makes Lambda take
 * another.
 */
final class Snapshot {
  private final Scheduler scheduler;
  private final LambdaSettings settings;
  private Instant lastUse;
  private Instant activeFrom = Instant.MIN;

  Snapshot(Scheduler scheduler, LambdaSettings settings) {
    this.scheduler = scheduler;
    this.settings = settings;
    this.lastUse = scheduler.now();
  }

  /** Whether an invocation can start now; it keeps the version active, or begins to make it so. */
  boolean use() {
    Instant now = scheduler.now();
    if (lastUse.plus(settings.snapshots().inactiveAfter()).isBefore(now)) {
      activeFrom = now.plus(settings.snapshots().activation().draw(scheduler.random()));
    }
    lastUse = now;
    return !now.isBefore(activeFrom);
  }

  /** Lambda takes it away, as it may at any time: the next invocation is refused. */
  void recycle() {
    lastUse = Instant.MIN.plus(settings.snapshots().inactiveAfter());
  }
}
