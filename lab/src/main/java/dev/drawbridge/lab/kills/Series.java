package dev.drawbridge.lab.kills;

import java.util.List;

/**
 * Kills of one kind.
 *
 * @param works whether any worker of ours runs
 */
record Series(Strike strike, boolean works) {
  /** Those that are measured; the last one stops what the others need. */
  static List<Series> all() {
    return List.of(
        new Series(Strike.KILLED, true),
        new Series(Strike.SILENT, true),
        new Series(Strike.KILLED, false));
  }

  String words() {
    return strike.words + (works ? "" : ", every worker stopped");
  }
}
