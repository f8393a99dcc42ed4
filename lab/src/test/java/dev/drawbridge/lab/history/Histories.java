package dev.drawbridge.lab.history;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.function.Executable;

/** Histories, each drawn from a seed and known by it. */
public final class Histories {
  private Histories() {}

  /**
   * Lives all of them, whatever breaks: a run of thousands is to tell of every seed that does.
   *
   * @param usually how many, unless {@code drawbridge.histories} says it or {@code
   *     drawbridge.history} names the one
   * @param history lives that of a seed
   */
  public static void live(int usually, LongConsumer history) {
    Long one = Long.getLong("drawbridge.history");
    LongStream seeds =
        one == null
            ? LongStream.rangeClosed(1, Integer.getInteger("drawbridge.histories", usually))
            : LongStream.of(one);
    assertAll(seeds.parallel().mapToObj(seed -> lived(seed, history)).toList());
  }

  private static Executable lived(long seed, LongConsumer history) {
    try {
      history.accept(seed);
      return () -> {};
    } catch (AssertionError broken) {
      return () -> {
        throw new AssertionError(
            "history of seed %d: %s".formatted(seed, broken.getMessage()), broken);
      };
    }
  }
}
