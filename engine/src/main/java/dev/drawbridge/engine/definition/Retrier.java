package dev.drawbridge.engine.definition;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code Retry}.
 *
 * @param errors the error names that it answers to
 * @param intervalSeconds before the first retry
 * @param maxAttempts how many retries
 * @param backoffRate by which the interval grows
 * @param maxDelaySeconds the longest interval, if there is a cap
 * @param fullJitter whether each delay is drawn between 0 and the interval
 */
public record Retrier(
    List<String> errors,
    long intervalSeconds,
    long maxAttempts,
    double backoffRate,
    @Nullable Long maxDelaySeconds,
    boolean fullJitter) {

  /** The delay before retry number {@code attempt}, which counts from 0. */
  public Duration delay(long attempt, RandomGenerator random) {
    double seconds = intervalSeconds * Math.pow(backoffRate, (double) attempt);
    if (maxDelaySeconds != null) {
      seconds = Math.min(seconds, maxDelaySeconds);
    }
    if (fullJitter) {
      seconds *= random.nextDouble();
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
