package dev.drawbridge.model;

/**
 * One principal's path to one database: what claims, waits and rules are kept under.
 *
 * @param databaseArn of the cluster or instance, in its canonical form
 * @param principal the ARN that may create endpoints: of an account's root, or of a role of it
 */
public record OnboardingKey(String databaseArn, String principal) {
  private static final String ROOT = "root";

  /** Of an ARN. */
  private static final int PARTS = 6;

  /** Whether the principal has the form of an ARN, so that it says whose it is. */
  public boolean named() {
    return principal.split(":", PARTS).length == PARTS;
  }

  /** The database's identifier, for people. */
  public String databaseName() {
    return DatabaseArn.nameIn(databaseArn);
  }

  /** Whose database it is: twelve digits. */
  public String providerAccountId() {
    return databaseArn.split(":", -1)[4];
  }

  /** Whose principal it is: twelve digits. */
  public String consumerAccountId() {
    return principal.split(":", -1)[4];
  }

  /** The path of the whole account to the same database. */
  public OnboardingKey ofAccount() {
    String partition = principal.split(":", -1)[1];
    return new OnboardingKey(
        databaseArn, "arn:%s:iam::%s:%s".formatted(partition, consumerAccountId(), ROOT));
  }

  /** Whether it is the whole account's, not one role's. */
  public boolean wholeAccount() {
    return principal.endsWith(":" + ROOT);
  }

  /** For people: {@code orders/222222222222}, or {@code orders/222222222222:role/etl}. */
  @Override
  public String toString() {
    String[] parts = principal.split(":", PARTS);
    String rest = parts[5].equals(ROOT) ? "" : ":" + parts[5];
    return databaseName() + "/" + parts[4] + rest;
  }
}
