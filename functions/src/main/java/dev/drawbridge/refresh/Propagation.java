package dev.drawbridge.refresh;

import dev.drawbridge.runtime.Settings;
import java.time.Duration;

/** How long AWS takes to let a change of targets take effect. */
public final class Propagation {
  /**
   * For this long a deregistered target may still get new connections, even with a delay of 0.
   * Measured by users, not promised by AWS: aws/containers-roadmap#470.
   */
  public static final Duration DEREGISTRATION = Duration.ofMinutes(2);

  /** A new target that is not healthy by then has a problem that waiting does not solve. */
  public static final Duration REGISTRATION = Duration.ofMinutes(10);

  private Propagation() {}

  /** How long a deregistered target may get connections, in a world that may be faster. */
  static Duration settling(Settings settings) {
    return settings.optional(Settings.SETTLING).map(Duration::parse).orElse(DEREGISTRATION);
  }

  /**
   * Hardly a new target is healthy before: users measured 90 to 180 s
   * (aws-load-balancer-controller#1834), and {@link #settling} is 120. Whoever looks earlier asks
   * in vain.
   */
  static Duration firstHealth(Settings settings) {
    return settling(settings).multipliedBy(7).dividedBy(8);
  }

  /**
   * For how long a run that found nothing to do looks again, since the event that started it may
   * have come first: 8 s. UNCONFIRMED how far RDS's API lags behind its events; what it tells
   * later, the check for drift finds.
   */
  static Duration apiLag(Settings settings) {
    return settling(settings).dividedBy(15);
  }
}
