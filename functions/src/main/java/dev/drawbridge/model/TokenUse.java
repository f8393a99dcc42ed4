package dev.drawbridge.model;

/**
 * What a sealed task token may be opened for: the wait of one execution, and what it waits for. A
 * token that was copied into another item, or to where another answer is given, does not open.
 */
public record TokenUse(OnboardingKey key, String executionArn, Purpose purpose) {
  /** Who ends the wait. */
  public enum Purpose {
    /** The consumer, with an endpoint. */
    CONSUMER,
    /** A person, with a decision. */
    DECISION
  }
}
