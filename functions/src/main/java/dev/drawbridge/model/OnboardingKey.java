package dev.drawbridge.model;

/**
 * One consumer's path to one database: what claims, waits and rules are kept under.
 *
 * @param databaseIdentifier the cluster or instance
 * @param consumerAccountId twelve digits
 */
public record OnboardingKey(String databaseIdentifier, String consumerAccountId) {
  @Override
  public String toString() {
    return databaseIdentifier + "/" + consumerAccountId;
  }
}
