package dev.drawbridge.model;

/** Input of RecordFailure. */
public record RecordFailureInput(
    String databaseIdentifier, String consumerAccountId, String executionArn, Failure failure) {

  public OnboardingKey key() {
    return new OnboardingKey(databaseIdentifier, consumerAccountId);
  }
}
