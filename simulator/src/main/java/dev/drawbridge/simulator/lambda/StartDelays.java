package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.engine.time.Spread;
import java.time.Duration;

/**
 * How invocations start.
 *
 * @param cold from the call to the handler's first line in a new container
 * @param warm the same in a container that served before
 * @param containerIdle how long an idle container is kept
 * @param recycled the share of invocations, 0 to 1, before which Lambda has taken away the
 *     container that would have served all the same
 */
public record StartDelays(
    @Unconfirmed(
            "our own measurement of a JDK 25 runtime client with an AWS SDK jar, 0.4 s with a"
                + " SnapStart-like cache to 2.4 s without; not measured on AWS")
        Spread cold,
    @Unconfirmed("no figure is published") Spread warm,
    @Unconfirmed("AWS publishes no time; 10 minutes is a common observation")
        Duration containerIdle,
    @Published(
            "the upper end of \"under 1% of invocations\" (Lambda developer guide, Cold starts and"
                + " latency)")
        double recycled) {

  static StartDelays published() {
    return new StartDelays(
        new Spread(Duration.ofMillis(400), Duration.ofMillis(900), Duration.ofMillis(2400)),
        new Spread(Duration.ofMillis(2), Duration.ofMillis(8), Duration.ofMillis(40)),
        Duration.ofMinutes(10),
        0.01);
  }

  StartDelays recycling(double share) {
    return new StartDelays(cold, warm, containerIdle, share);
  }

  StartDelays dividedBy(long divisor) {
    return new StartDelays(
        cold.dividedBy(divisor), warm.dividedBy(divisor), containerIdle, recycled);
  }
}
