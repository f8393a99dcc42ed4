package dev.drawbridge.model;

import java.util.List;

/**
 * Output of CreateLoadBalancer: an active network load balancer.
 *
 * @param leftOut zones of the database in which AWS has refused it, each with what AWS said
 */
public record LoadBalancer(
    String arn, String name, String dnsName, List<String> zones, List<String> leftOut) {}
