package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.engine.evidence.Chosen;
import java.time.Duration;

/**
 * Every delay, quota and default of Elastic Load Balancing that this world uses.
 *
 * @param throttling how often an account may call
 * @param timeDivisor by how much seconds that callers set (intervals, delays) are shortened
 */
public record ElbSettings(
    ElbDelays delays,
    HealthCheckDefaults checks,
    ElbQuotas quotas,
    ElbThrottling throttling,
    @Chosen("1 as on AWS; more in a lab on the wall clock") long timeDivisor) {

  /** What AWS, or whoever else, has published. */
  public static ElbSettings published() {
    return new ElbSettings(
        ElbDelays.published(),
        HealthCheckDefaults.published(),
        ElbQuotas.published(),
        ElbThrottling.published(),
        1);
  }

  /** The same with every delay divided, for a world on the wall clock. */
  public ElbSettings dividedBy(long divisor) {
    return new ElbSettings(
        delays.dividedBy(divisor), checks, quotas, throttling, timeDivisor * divisor);
  }

  /** The same with AWS's API throttling. */
  public ElbSettings throttled() {
    return throttling(throttling.on());
  }

  /** The same with other throttling. */
  public ElbSettings throttling(ElbThrottling value) {
    return new ElbSettings(delays, checks, quotas, value, timeDivisor);
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
