package dev.drawbridge.refresh;

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
}
