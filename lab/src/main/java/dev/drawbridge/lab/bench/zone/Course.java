package dev.drawbridge.lab.bench.zone;

import java.util.Locale;

/** What goes wrong besides the zone. */
public enum Course {
  /** Nothing. */
  PLAIN,
  /**
   * A tenth of all events is lost, a tenth comes minutes late, and one database in five fails over
   * again two minutes later.
   */
  MIXED;

  /** As in documents. */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
