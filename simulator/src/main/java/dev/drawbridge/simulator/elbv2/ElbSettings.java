package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.engine.evidence.Chosen;
import java.time.Duration;

/**
 * Every delay, quota and default of Elastic Load Balancing that this world uses.
 *
 * @param throttling whether the buckets of "Request throttling for the Elastic Load Balancing API"
 *     are applied
 * @param timeDivisor by how much seconds that callers set (intervals, delays) are shortened
 */
public record ElbSettings(
    ElbDelays delays,
    HealthCheckDefaults checks,
    ElbQuotas quotas,
    @Chosen("off, so that a test is throttled only where it is about that") boolean throttling,
    @Chosen("1 as on AWS; more in a lab on the wall clock") long timeDivisor) {

  /** What AWS, or whoever else, has published. */
  public static ElbSettings published() {
    return new ElbSettings(
        ElbDelays.published(), HealthCheckDefaults.published(), ElbQuotas.published(), false, 1);
  }

  /** The same with every delay divided, for a world on the wall clock. */
  public ElbSettings dividedBy(long divisor) {
    return new ElbSettings(
        delays.dividedBy(divisor), checks, quotas, throttling, timeDivisor * divisor);
  }

  /** The same with AWS's API throttling. */
  public ElbSettings throttled() {
    return new ElbSettings(delays, checks, quotas, true, timeDivisor);
  }

  /** The same with other delays. */
  public ElbSettings delays(ElbDelays value) {
    return new ElbSettings(value, checks, quotas, throttling, timeDivisor);
  }

  /** The same with other quotas. */
  public ElbSettings quotas(ElbQuotas value) {
    return new ElbSettings(delays, checks, value, throttling, timeDivisor);
  }

  /** Seconds that a caller has set, as they pass in this world. */
  Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds).dividedBy(timeDivisor);
  }
}
