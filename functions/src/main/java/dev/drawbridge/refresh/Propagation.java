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
}
