package dev.drawbridge.lab.kills;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a series.
 *
 * @param times of each way, from each promotion to the first good write
 * @param acknowledged how many writes the database has acknowledged, of all ways
 * @param lost how many of them it does not hold afterwards
 * @param workerCalls AWS API calls that workers of ours made between the first kill and the end
 */
record Seen(
    Series series,
    Map<String, List<Duration>> times,
    long acknowledged,
    long lost,
    long workerCalls) {}
