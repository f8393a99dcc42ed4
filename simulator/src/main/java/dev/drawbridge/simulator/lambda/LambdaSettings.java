package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.time.Spread;
import java.time.Duration;
import java.util.List;

/**
 * Lambda's delays and limits.
 *
 * @param coldStart from the call to the handler's first line in a new container
 * @param warmStart the same in a container that served before
 * @param containerIdle how long an idle container is kept
 * @param recycled the share of invocations, 0 to 1, before which Lambda has taken away the idle
 *     containers all the same
 * @param asyncDelay from the accepted event to the invocation
 * @param retryDelays the waits before the second and third try of an asynchronous event
 * @param accountConcurrency invocations at once in an account and region
 * @param inactiveAfter how long a version with SnapStart may be idle before it goes inactive
 * @param activation from the call that an inactive version refuses until it serves again
 */
public record LambdaSettings(
    Spread coldStart,
    Spread warmStart,
    Duration containerIdle,
    double recycled,
    Spread asyncDelay,
    List<Duration> retryDelays,
    int accountConcurrency,
    Duration inactiveAfter,
    Spread activation) {

  /** Keeps a copy. */
  public LambdaSettings {
    retryDelays = List.copyOf(retryDelays);
  }

  /**
   * Cold start: our own measurement of a JDK 25 runtime client with an AWS SDK jar, 0.4 s with a
   * SnapStart-like cache to 2.4 s without; not measured on AWS: UNCONFIRMED. Warm: UNCONFIRMED.
   * Idle containers: AWS publishes no time; 10 minutes is a common observation, UNCONFIRMED; that
   * one in a hundred invocations is cold nevertheless is the upper end of what AWS says of all
   * functions (Lambda developer guide, "Cold starts and latency": "under 1% of invocations").
   * Retries: one minute, then two (Lambda developer guide, "Error handling for asynchronous
   * invocation"). Concurrency: 1,000 (Lambda developer guide, "Lambda quotas"). Inactive after 14
   * days ("Improving startup performance with Lambda SnapStart": "deletes the snapshot if you don't
   * invoke the function version for 14 days"); active again after 40 to 106 s, as users saw it
   * (intelligent-document-processing #801, #802): UNCONFIRMED.
   */
  public static LambdaSettings published() {
    return new LambdaSettings(
        new Spread(Duration.ofMillis(400), Duration.ofMillis(900), Duration.ofMillis(2400)),
        new Spread(Duration.ofMillis(2), Duration.ofMillis(8), Duration.ofMillis(40)),
        Duration.ofMinutes(10),
        0.01,
        new Spread(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofSeconds(1)),
        List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)),
        1000,
        Duration.ofDays(14),
        new Spread(Duration.ofSeconds(40), Duration.ofSeconds(60), Duration.ofSeconds(106)));
  }

  /** The same with another share of invocations that find no container. */
  public LambdaSettings recycling(double share) {
    return new LambdaSettings(
        coldStart,
        warmStart,
        containerIdle,
        share,
        asyncDelay,
        retryDelays,
        accountConcurrency,
        inactiveAfter,
        activation);
  }

  /** The same with starts so many times faster. */
  public LambdaSettings startsDividedBy(long divisor) {
    return new LambdaSettings(
        coldStart.dividedBy(divisor),
        warmStart.dividedBy(divisor),
        containerIdle,
        recycled,
        asyncDelay.dividedBy(divisor),
        retryDelays,
        accountConcurrency,
        inactiveAfter,
        activation.dividedBy(divisor));
  }
}
