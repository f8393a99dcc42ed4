package dev.drawbridge.model;

/**
 * Input of CreateLoadBalancer.
 *
 * @param enforceInboundRules whether security group rules apply to PrivateLink traffic
 */
public record CreateLoadBalancerInput(
    Database database, String securityGroupId, Enforcement enforceInboundRules) {}
