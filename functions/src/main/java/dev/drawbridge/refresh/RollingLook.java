package dev.drawbridge.refresh;

import java.time.Instant;

/**
 * Whose target groups are read in a minute. What has changed of a database is seen without them;
 * they only tell what somebody else has done to the groups. So few that where fifty are exposed or
 * more, all that is looked at while nothing happens takes at most 0.6 calls a database and minute.
 */
final class RollingLook {
  private static final int A_MINUTE = 12;
  private static final int SECONDS = 60;

  private RollingLook() {}

  /** Each minute where few are exposed; where more are, each is read the more seldom. */
  static boolean due(String databaseArn, int exposed, Instant now) {
    int minutes = Math.max(1, Math.ceilDiv(exposed, A_MINUTE));
    return Math.floorMod(databaseArn.hashCode() + minute(now), (long) minutes) == 0;
  }

  /** Counts the minutes. */
  static long minute(Instant now) {
    return now.getEpochSecond() / SECONDS;
  }
}
