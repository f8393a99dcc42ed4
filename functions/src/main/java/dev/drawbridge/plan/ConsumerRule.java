package dev.drawbridge.plan;

/**
 * A block of addresses that reaches ports of a load balancer.
 *
 * @param cidr an IPv4 block
 */
public record ConsumerRule(PortRange ports, String cidr) {}
