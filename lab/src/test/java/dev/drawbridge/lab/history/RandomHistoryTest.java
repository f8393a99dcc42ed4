package dev.drawbridge.lab.history;

import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The groups follow through any history ({@code docs/histories.md} says what happens and what must
 * hold). More of them: {@code -Ddrawbridge.histories=5000}, about 0.4 s each on two cores; one
 * again: {@code -Ddrawbridge.history=SEED}. The kinds of databases take turns.
 */
class RandomHistoryTest {
  private static final int USUALLY = 16;

  @Test
  void the_groups_follow_the_database_through_any_history() {
    Long one = Long.getLong("drawbridge.history");
    if (one != null) {
      live(one);
      return;
    }
    LongStream.rangeClosed(1, Integer.getInteger("drawbridge.histories", USUALLY))
        .parallel()
        .forEach(RandomHistoryTest::live);
  }

  private static void live(long seed) {
    Kind[] kinds = Kind.values();
    Kind kind = kinds[(int) (seed % kinds.length)];
    try {
      new RandomHistory(seed, kind, UnaryOperator.identity()).live();
    } catch (AssertionError broken) {
      throw new AssertionError("history of seed %d, %s".formatted(seed, kind), broken);
    }
  }
}
