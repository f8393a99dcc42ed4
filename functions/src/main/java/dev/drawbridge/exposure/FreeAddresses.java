package dev.drawbridge.exposure;

import dev.drawbridge.error.Conflict;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Room for a load balancer: it takes its addresses from its subnets. */
final class FreeAddresses {
  /**
   * In each subnet where AWS selects the address. Source: "Update the Availability Zones for your
   * Network Load Balancer", section "Considerations".
   */
  private static final int NEEDED = 8;

  private FreeAddresses() {}

  /**
   * Passes if a load balancer can be made in each of the subnets.
   *
   * @param free how many addresses each has left
   * @throws Conflict naming those that have too few
   */
  static void require(Collection<String> subnetIds, Map<String, Integer> free) {
    String scarce =
        new TreeSet<>(subnetIds)
            .stream()
                .filter(id -> free.getOrDefault(id, 0) < NEEDED)
                .map(id -> "%s has %d".formatted(id, free.getOrDefault(id, 0)))
                .collect(Collectors.joining(", "));
    if (!scarce.isEmpty()) {
      throw new Conflict(
          "a load balancer needs %d free addresses in each of its subnets, and nothing was made: %s; free some, then start again"
              .formatted(NEEDED, scarce));
    }
  }
}
