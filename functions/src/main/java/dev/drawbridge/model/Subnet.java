package dev.drawbridge.model;

/**
 * A subnet.
 *
 * @param zone the zone's name, as RDS gives it for instances
 * @param cidr its IPv4 block
 */
public record Subnet(String id, String zone, String cidr) {}
