package dev.drawbridge.simulator.lambda;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What a function knows about its invocation; Lambda's context object.
 *
 * @param requestId the invocation's id
 * @param functionName the function's name, without version
 * @param functionVersion the version or {@code $LATEST}
 * @param invokedArn the ARN as it was invoked, with its qualifier
 * @param account the account that the function runs in
 * @param region the region that the function runs in
 * @param role the name of the function's execution role
 * @param cold whether this invocation started its container
 * @param deadline when Lambda will end it
 * @param clock the world's clock
 */
public record Invocation(
    String requestId,
    String functionName,
    String functionVersion,
    String invokedArn,
    String account,
    String region,
    String role,
    boolean cold,
    Instant deadline,
    InstantSource clock) {

  /** The time left before Lambda ends the invocation. */
  public Duration remaining() {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
