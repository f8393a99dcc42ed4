package dev.drawbridge.exposure;

import dev.drawbridge.model.IngressRule;
import java.util.List;

/**
 * Output of AdmitLoadBalancer.
 *
 * @param rules what was added, so that the load balancer reaches the database
 */
public record Admission(List<IngressRule> rules) {}
