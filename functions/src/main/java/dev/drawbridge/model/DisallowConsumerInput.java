package dev.drawbridge.model;

/** Input of DisallowConsumer. */
public record DisallowConsumerInput(
    String databaseIdentifier,
    String consumerAccountId,
    Provider provider,
    String serviceId,
    String loadBalancerSecurityGroupId) {

  public OnboardingKey key() {
    return new OnboardingKey(databaseIdentifier, consumerAccountId);
  }
}
