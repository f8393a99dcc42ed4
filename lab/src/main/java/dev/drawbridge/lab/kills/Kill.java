package dev.drawbridge.lab.kills;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of one kill.
 *
 * @param number which of the series, from 1
 * @param times of each way, in their order, from the promotion to the first good write
 * @param acknowledged how many writes the database has acknowledged since the series began
 * @param lost those of them that it does not hold
 */
record Kill(
    Series series, int number, Map<String, Duration> times, int acknowledged, Set<Integer> lost) {
  /** Keeps copies, in their order. */
  Kill {
    times = new LinkedHashMap<>(times);
    lost = new TreeSet<>(lost);
  }
}
