package dev.drawbridge.model;

/**
 * Input of CreateLoadBalancer.
 *
 * @param enforceInboundRules {@code on} or {@code off}: whether security group rules apply to
 *     PrivateLink traffic
 */
public record CreateLoadBalancerInput(
    Database database, String securityGroupId, String enforceInboundRules) {}
