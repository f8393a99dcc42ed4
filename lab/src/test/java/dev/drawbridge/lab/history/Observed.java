package dev.drawbridge.lab.history;

import java.time.Instant;
import java.util.Set;

/** The present snapshot of a database, and since when things are as they are. */
final class Observed {
  private final LivingDatabase db;
  private Snapshot now;
  private Set<String> shown;
  private Instant changed;
  private Instant shownChanged;
  private Instant disagreedFrom = Instant.EPOCH;
  private Instant disagreedUntil = Instant.EPOCH;
  private Instant dead = Instant.EPOCH;

  Observed(LivingDatabase db) {
    this.db = db;
    this.now = Snapshot.of(db);
    this.shown = now.shown();
    this.changed = instant();
    this.shownChanged = changed;
  }

  /** Takes a new snapshot. True if anything has changed. */
  boolean look() {
    if (!now.agrees()) {
      disagreedUntil = instant();
    }
    if (now.deadOnes()) {
      dead = instant();
    }
    Snapshot next = Snapshot.of(db);
    if (next.equals(now)) {
      return false;
    }
    if (now.agrees() && !next.agrees()) {
      disagreedFrom = instant();
    }
    now = next;
    changed = instant();
    if (!next.shown().equals(shown)) {
      shown = next.shown();
      shownChanged = changed;
    }
    return true;
  }

  Snapshot now() {
    return now;
  }

  /** What RDS shows now. */
  Set<String> shown() {
    return shown;
  }

  /** The last change of anything. */
  Instant changed() {
    return changed;
  }

  /** The last change of what RDS shows. */
  Instant shownChanged() {
    return shownChanged;
  }

  /** When names and RDS last began to disagree. */
  Instant disagreedFrom() {
    return disagreedFrom;
  }

  /** When they last disagreed. */
  Instant disagreedUntil() {
    return disagreedUntil;
  }

  /** When RDS last called an instance serving that was down. */
  Instant dead() {
    return dead;
  }

  Instant instant() {
    return db.scenario().world().scheduler().now();
  }
}
