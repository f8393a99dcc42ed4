package dev.drawbridge.lab.history;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The groups follow through any history ({@code docs/histories.md} says what happens and what must
 * hold). More of them: {@code -Ddrawbridge.histories=5000}, about 0.4 s each on two cores; one
 * again: {@code -Ddrawbridge.history=SEED}. The kinds of databases take turns.
 */
class RandomHistoryTest {
  private static final int USUALLY = 4;

  @Test
  void the_groups_follow_the_database_through_any_history() {
    Long one = Long.getLong("drawbridge.history");
    LongStream seeds =
        one == null
            ? LongStream.rangeClosed(1, Integer.getInteger("drawbridge.histories", USUALLY))
            : LongStream.of(one);
    // All of them, whatever breaks: a run of thousands is to tell of every seed that does.
    assertAll(seeds.parallel().mapToObj(RandomHistoryTest::lived).toList());
  }

  private static Executable lived(long seed) {
    Kind[] kinds = Kind.values();
    Kind kind = kinds[(int) (seed % kinds.length)];
    try {
      new RandomHistory(seed, kind).live();
      return () -> {};
    } catch (AssertionError broken) {
      return () -> {
        throw new AssertionError(
            "history of seed %d, %s: %s".formatted(seed, kind, broken.getMessage()), broken);
      };
    }
  }
}
