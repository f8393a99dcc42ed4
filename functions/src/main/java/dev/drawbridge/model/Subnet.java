package dev.drawbridge.model;

import org.jspecify.annotations.Nullable;

/**
 * A subnet.
 *
 * @param zone the zone's name, as RDS gives it for instances
 * @param cidr its IPv4 block
 * @param zoneId the zone's id, the same in every account; null in the state of runs that older
 *     releases started
 */
public record Subnet(String id, String zone, String cidr, @Nullable String zoneId) {}
