package dev.drawbridge.model;

import java.util.List;

/**
 * Input of VerifyAccess.
 *
 * @param rules what the database's security groups must let in
 */
public record VerifyAccessInput(
    String consumerAccountId,
    Provider provider,
    String serviceId,
    String endpointId,
    Database database,
    String loadBalancerArn,
    TargetGroups groups,
    List<IngressRule> rules) {

  public VerifyAccessInput {
    rules = List.copyOf(rules);
  }
}
