package dev.drawbridge.simulator.network;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The bytes that endpoints carried, minute by minute, as their service's provider is told. */
public final class Traffic {
  /**
   * Where PrivateLink counts for the provider.
   *
   * @param account the provider
   * @param region the service's
   */
  public record Meter(String account, String region, String serviceId) {}

  private record Metered(Meter meter, String endpointId) {}

  private final Map<Metered, NavigableMap<Instant, Long>> counted = new HashMap<>();

  /** Counts bytes of both directions. */
  public void count(Meter meter, String endpointId, Instant at, long bytes) {
    counted
        .computeIfAbsent(new Metered(meter, endpointId), none -> new TreeMap<>())
        .merge(at.truncatedTo(ChronoUnit.MINUTES), bytes, Long::sum);
  }

  /** The bytes of each minute in which there were any. */
  public NavigableMap<Instant, Long> of(Meter meter, String endpointId) {
    return Collections.unmodifiableNavigableMap(
        counted.getOrDefault(new Metered(meter, endpointId), Collections.emptyNavigableMap()));
  }
}
