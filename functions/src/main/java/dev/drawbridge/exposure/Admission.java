package dev.drawbridge.exposure;

import dev.drawbridge.model.IngressRule;
import java.util.List;

/**
 * Output of AdmitLoadBalancer.
 *
 * @param rules what lets the load balancer reach the database
 */
public record Admission(List<IngressRule> rules) {}
