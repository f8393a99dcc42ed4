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
 * @param asyncRetries how often an event is tried again that failed; empty: as Lambda does by
 *     itself
 * @param snapStart whether its versions start from a snapshot, and go inactive when idle for long
 */
public record FunctionSettings(
    String role,
    Duration timeout,
    OptionalInt reservedConcurrency,
    Optional<String> deadLetterArn,
    OptionalInt asyncRetries,
    boolean snapStart) {

  /** A role and Lambda's default time-out of three seconds. */
  public static FunctionSettings withRole(String role) {
    return new FunctionSettings(
        role,
        Duration.ofSeconds(3),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        false);
  }

  /** The same with another time-out. */
  public FunctionSettings timeout(Duration value) {
    return new FunctionSettings(
        role, value, reservedConcurrency, deadLetterArn, asyncRetries, snapStart);
  }

  /** The same with reserved concurrency. */
  public FunctionSettings reservedConcurrency(int value) {
    return new FunctionSettings(
        role, timeout, OptionalInt.of(value), deadLetterArn, asyncRetries, snapStart);
  }

  /** The same with a place for events that failed. */
  public FunctionSettings deadLetterArn(String value) {
    return new FunctionSettings(
        role, timeout, reservedConcurrency, Optional.of(value), asyncRetries, snapStart);
  }

  /** The same with or without snapshots. */
  public FunctionSettings snapStart(boolean value) {
    return new FunctionSettings(
        role, timeout, reservedConcurrency, deadLetterArn, asyncRetries, value);
  }

  /** The same with so many further tries of an event that failed, which leave no dead letter. */
  public FunctionSettings asyncRetries(int value) {
    return new FunctionSettings(
        role, timeout, reservedConcurrency, deadLetterArn, OptionalInt.of(value), snapStart);
  }
}
