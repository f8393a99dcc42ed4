package dev.drawbridge.plan;

import java.time.Duration;

/**
 * Calls of the account that all runs share, at a pace that can go on for ever ("Request throttling
 * for the Elastic Load Balancing API"; RDS publishes none).
 */
public enum Budget {
  /** Calls that register or deregister targets: AWS takes 20 at once, then 4 a second. */
  REGISTRATIONS(Duration.ofMillis(250)),
  /**
   * Reads of load balancers: 40 at once, then 10 a second where AWS grants least, of which two are
   * left to the checks and to whoever else is there.
   */
  READS(Duration.ofMillis(125)),
  /**
   * Reads of a database's roles by runs that wait, for its names or its targets. UNCONFIRMED that
   * RDS takes 20 of each operation a second; users were refused with fewer (aws-cli#8604).
   */
  ROLES(Duration.ofMillis(125));

  private final Duration pause;

  Budget(Duration pause) {
    this.pause = pause;
  }

  /** Between two calls. */
  public Duration pause() {
    return pause;
  }

  /** When all calls would have been made with some more, in milliseconds. */
  public long more(int calls, long takenUntil, long now) {
    return Math.max(takenUntil, now) + calls * pause.toMillis();
  }
}
