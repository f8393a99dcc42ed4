package dev.drawbridge.simulator.lambda;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an account's functions had to do since somebody began to count.
 *
 * @param invocations how often each function was invoked
 * @param busy how long invocations of each took, starts apart; code that computes takes no time on
 *     a virtual clock
 * @param peak the most invocations at once
 */
public record LambdaLoad(Map<String, Long> invocations, Map<String, Duration> busy, long peak) {
  /** Nothing yet. */
  static final LambdaLoad NONE = new LambdaLoad(Map.of(), Map.of(), 0);

  /** Keeps copies. */
  public LambdaLoad {
    invocations = Map.copyOf(invocations);
    busy = Map.copyOf(busy);
  }

  /** One invocation more, with which so many run. */
  LambdaLoad started(String function, long running) {
    Map<String, Long> more = new TreeMap<>(invocations);
    more.merge(function, 1L, Long::sum);
    return new LambdaLoad(more, busy, Math.max(peak, running));
  }

  /** One that took so long has ended. */
  LambdaLoad ended(String function, Duration took) {
    Map<String, Duration> more = new TreeMap<>(busy);
    more.merge(function, took, Duration::plus);
    return new LambdaLoad(invocations, more, peak);
  }
}
