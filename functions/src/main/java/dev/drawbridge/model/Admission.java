package dev.drawbridge.model;

import java.util.List;

/**
 * Output of AdmitLoadBalancer.
 *
 * @param rules what lets the load balancer reach the database
 */
public record Admission(List<IngressRule> rules) {}
