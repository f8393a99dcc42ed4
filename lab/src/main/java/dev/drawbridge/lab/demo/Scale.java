package dev.drawbridge.lab.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * From time to places on a picture.
 *
 * @param zero where the seconds are counted from
 * @param start what {@code left} stands for
 * @param end what {@code right} stands for
 */
record Scale(Instant zero, Instant start, Instant end, int left, int right) {
  private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 20, 30, 60, 120, 300, 600);
  private static final int MOST_TICKS = 16;

  /** Where a moment is. */
  double x(Instant at) {
    double whole = Math.max(between(start, end), 0.001);
    return left + between(start, at) / whole * (right - left);
  }

  /** How many seconds after zero; negative before it. */
  double seconds(Instant at) {
    return between(zero, at);
  }

  /** Whole seconds, zero among them, at most {@link #MOST_TICKS} for everything up to 1.5 hours. */
  List<Integer> ticks() {
    double whole = between(start, end);
    int step =
        STEPS.stream()
            .filter(each -> whole / each <= MOST_TICKS)
            .findFirst()
            .orElse(STEPS.getLast());
    int first = (int) Math.ceil(seconds(start) / step) * step;
    return Stream.iterate(first, tick -> tick <= seconds(end), tick -> tick + step).toList();
  }

  private static double between(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
