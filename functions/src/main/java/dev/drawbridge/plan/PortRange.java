package dev.drawbridge.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * TCP ports in a row: one rule of a security group admits them all, and so takes one of the few
 * places that a group has.
 */
public record PortRange(int from, int to) {

  /** Adjacent ports together; ordered, without doubles. */
  public static List<PortRange> of(Collection<Integer> ports) {
    List<PortRange> ranges = new ArrayList<>();
    for (int port : new TreeSet<>(ports)) {
      if (!ranges.isEmpty() && ranges.getLast().to() + 1 == port) {
        ranges.set(ranges.size() - 1, new PortRange(ranges.getLast().from(), port));
      } else {
        ranges.add(new PortRange(port, port));
      }
    }
    return List.copyOf(ranges);
  }
}
