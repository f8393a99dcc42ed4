package dev.drawbridge.model;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ports that the instances of a database may have, the first and the last included. What is
 * approved is the whole range: an instance that comes later needs no new yes.
 */
public record InstancePortRange(int first, int last) {
  /** Fewer than the listeners that a load balancer has by default, beside reader and writer. */
  public static final int LONGEST = 40;

  public boolean contains(int port) {
    return first <= port && port <= last;
  }

  /** Whether all of it lies in {@code other}. */
  public boolean within(@Nullable InstancePortRange other) {
    return other != null && other.first <= first && last <= other.last;
  }

  public List<Integer> ports() {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  @Override
  public String toString() {
    return "%d-%d".formatted(first, last);
  }
}
