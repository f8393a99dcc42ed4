package dev.drawbridge.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subnet.
 *
 * @param zone the zone's name, as RDS gives it for instances
 * @param cidr its IPv4 block
 * @param zoneId the zone's id, the same in every account; null in the state of runs that older
 *     releases started
 */
public record Subnet(String id, String zone, String cidr, @Nullable String zoneId) {
  /** Refuses one that has IPv6 addresses only, which nothing here can deal with. */
  public Subnet {
    Objects.requireNonNull(cidr, () -> "subnet %s has no IPv4 block".formatted(id));
  }
}
