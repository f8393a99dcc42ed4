package dev.drawbridge.lab.inspection;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Nobody is left with a broken path unawares, whatever somebody does to it. More of them: {@code
 * -Ddrawbridge.histories=2000}; one again: {@code -Ddrawbridge.history=SEED}.
 */
class BreakageHistoryTest {
  private static final int USUALLY = 8;

  @Test
  void a_path_that_is_broken_from_outside_is_mended_or_people_know() {
    Long one = Long.getLong("drawbridge.history");
    LongStream seeds =
        one == null
            ? LongStream.rangeClosed(1, Integer.getInteger("drawbridge.histories", USUALLY))
            : LongStream.of(one);
    assertAll(seeds.parallel().mapToObj(BreakageHistoryTest::lived).toList());
  }

  private static Executable lived(long seed) {
    try {
      new BreakageHistory(seed).live();
      return () -> {};
    } catch (AssertionError broken) {
      return () -> {
        throw new AssertionError(
            "history of seed %d: %s".formatted(seed, broken.getMessage()), broken);
      };
    }
  }
}
