package dev.drawbridge.engine.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A delay that varies: between two bounds, most often near one value between them.
 *
 * <p>Drawn from the triangular distribution, since published figures give at best these three
 * numbers.
 *
 * @param least the shortest delay
 * @param usual the most frequent delay
 * @param most the longest delay
 */
public record Spread(Duration least, Duration usual, Duration most) {

  /** Checks the order of the three. */
  public Spread {
    if (least.isNegative() || usual.compareTo(least) < 0 || most.compareTo(usual) < 0) {
      throw new IllegalArgumentException(
          "a spread needs 0 <= least <= usual <= most: %s, %s, %s".formatted(least, usual, most));
    }
  }

  /** A delay that does not vary. */
  public static Spread exactly(Duration value) {
    return new Spread(value, value, value);
  }

  /** A delay between two bounds, most often in their middle. */
  public static Spread between(Duration least, Duration most) {
    return new Spread(least, least.plus(most).dividedBy(2), most);
  }

  /** One delay. */
  public Duration draw(RandomGenerator random) {
    double width = most.toNanos() - least.toNanos();
    double u = random.nextDouble();
    if (width == 0) {
      return least;
    }
    double rising = usual.toNanos() - least.toNanos();
    double falling = width - rising;
    double nanos =
        u * width < rising
            ? Math.sqrt(u * width * rising)
            : width - Math.sqrt((1 - u) * width * falling);
    return least.plusNanos((long) nanos);
  }

  /** The same spread, so many times shorter. */
  public Spread dividedBy(long divisor) {
    return new Spread(least.dividedBy(divisor), usual.dividedBy(divisor), most.dividedBy(divisor));
  }
}
