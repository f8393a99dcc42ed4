package dev.drawbridge.simulator.lambda;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one function is set up.
 *
 * @param role the name of its execution role
 * @param timeout when Lambda ends an invocation
 * @param reservedConcurrency invocations at once; empty: the account's limit
 * @param deadLetterArn queue or topic for asynchronous events that failed; empty: they are dropped
 */
public record FunctionSettings(
    String role,
    Duration timeout,
    OptionalInt reservedConcurrency,
    Optional<String> deadLetterArn) {

  /** A role and Lambda's default time-out of three seconds. */
  public static FunctionSettings withRole(String role) {
    return new FunctionSettings(role, Duration.ofSeconds(3), OptionalInt.empty(), Optional.empty());
  }

  /** The same with another time-out. */
  public FunctionSettings timeout(Duration value) {
    return new FunctionSettings(role, value, reservedConcurrency, deadLetterArn);
  }

  /** The same with reserved concurrency. */
  public FunctionSettings reservedConcurrency(int value) {
    return new FunctionSettings(role, timeout, OptionalInt.of(value), deadLetterArn);
  }

  /** The same with a place for events that failed. */
  public FunctionSettings deadLetterArn(String value) {
    return new FunctionSettings(role, timeout, reservedConcurrency, Optional.of(value));
  }
}
