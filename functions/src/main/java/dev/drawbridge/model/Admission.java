package dev.drawbridge.model;

import java.util.List;

/**
 * Output of AdmitLoadBalancer.
 *
 * @param missingRules rules that the owner of the database's group must add, in words
 */
public record Admission(List<IngressRule> rules, List<String> missingRules) {}
