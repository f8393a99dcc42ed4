package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.engine.time.Spread;
import java.time.Duration;
import java.util.List;

/**
 * How asynchronous events are handed over.
 *
 * @param start from the accepted event to the invocation
 * @param retries the waits before the second and third try
 */
public record AsyncDelays(
    @Unconfirmed("no figure is published") Spread start,
    @Published(
            "one minute, then two (Lambda developer guide, Error handling for asynchronous"
                + " invocation)")
        List<Duration> retries) {

  /** Keeps a copy. */
  public AsyncDelays {
    retries = List.copyOf(retries);
  }

  static AsyncDelays published() {
    return new AsyncDelays(
        new Spread(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofSeconds(1)),
        List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)));
  }

  AsyncDelays startsDividedBy(long divisor) {
    return new AsyncDelays(start.dividedBy(divisor), retries);
  }
}
