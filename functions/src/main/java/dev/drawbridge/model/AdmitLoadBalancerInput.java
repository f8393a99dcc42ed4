package dev.drawbridge.model;

/**
 * Input of AdmitLoadBalancer.
 *
 * @param manageDatabaseSecurityGroup false: report what is missing, change nothing
 */
public record AdmitLoadBalancerInput(
    Database database,
    String loadBalancerArn,
    String securityGroupId,
    Enforcement enforceInboundRules,
    boolean manageDatabaseSecurityGroup) {}
