package dev.drawbridge.model;

/** Output of CreateSecurityGroup: the load balancer's own group. */
public record SecurityGroup(String id) {}
