package dev.drawbridge.lab.history;

import dev.drawbridge.lab.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Lets the world of a history go on.
 *
 * @param look at the rules, between any two events
 */
record Watch(Scenario scenario, Runnable look) {
  void pass(Duration time) {
    passUntil(() -> false, time);
  }

  /** Whether it came to that within the limit. */
  boolean passUntil(BooleanSupplier end, Duration limit) {
    return scenario
        .world()
        .scheduler()
        .await(
            () -> {
              look.run();
              return end.getAsBoolean();
            },
            limit);
  }

  /** What workers logged last. */
  String lastLines() {
    List<String> log = scenario.log();
    return String.join("\n", log.subList(Math.max(0, log.size() - 40), log.size()));
  }
}
