package dev.drawbridge.model;

import java.util.List;

/** Output of CreateLoadBalancer: an active network load balancer. */
public record LoadBalancer(String arn, String name, String dnsName, List<String> zones) {}
