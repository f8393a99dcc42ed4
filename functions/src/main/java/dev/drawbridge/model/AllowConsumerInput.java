package dev.drawbridge.model;

import java.util.List;

/**
 * Input of AllowConsumer.
 *
 * @param loadBalancerSecurityGroupId where the consumer's rules go, with enforcement on
 */
public record AllowConsumerInput(
    String databaseIdentifier,
    String consumerAccountId,
    Provider provider,
    String serviceId,
    String serviceName,
    String loadBalancerSecurityGroupId,
    Enforcement enforcement,
    List<String> consumerCidrs,
    int readerPort,
    int writerPort) {

  public AllowConsumerInput {
    consumerCidrs = List.copyOf(consumerCidrs);
  }
}
