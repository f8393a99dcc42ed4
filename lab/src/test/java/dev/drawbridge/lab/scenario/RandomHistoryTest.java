package dev.drawbridge.lab.scenario;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The groups follow through any history. More of them: {@code -Ddrawbridge.histories=5000}; one
 * again: {@code -Ddrawbridge.history=SEED}.
 */
class RandomHistoryTest {
  private static final int USUALLY = 16;

  @Test
  void the_groups_follow_the_database_through_any_history() {
    Long one = Long.getLong("drawbridge.history");
    if (one != null) {
      new RandomHistory(one).live();
      return;
    }
    LongStream.rangeClosed(1, Integer.getInteger("drawbridge.histories", USUALLY))
        .parallel()
        .forEach(
            seed -> {
              try {
                new RandomHistory(seed).live();
              } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("history of seed " + seed, broken);
              }
            });
  }
}
