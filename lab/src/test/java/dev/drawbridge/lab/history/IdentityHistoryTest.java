package dev.drawbridge.lab.history;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Consumers are led to the database that was approved, or nowhere, whatever becomes of it. The same
 * properties as those of {@link RandomHistoryTest} say how many, and which.
 */
class IdentityHistoryTest {
  private static final int USUALLY = 3;

  @Test
  void consumers_are_led_to_the_database_that_was_approved_or_nowhere() {
    Long one = Long.getLong("drawbridge.history");
    LongStream seeds =
        one == null
            ? LongStream.rangeClosed(1, Integer.getInteger("drawbridge.histories", USUALLY))
            : LongStream.of(one);
    assertAll(seeds.parallel().mapToObj(IdentityHistoryTest::lived).toList());
  }

  private static Executable lived(long seed) {
    try {
      new IdentityHistory(seed).live();
      return () -> {};
    } catch (AssertionError broken) {
      return () -> {
        throw new AssertionError(
            "history of seed %d: %s".formatted(seed, broken.getMessage()), broken);
      };
    }
  }
}
