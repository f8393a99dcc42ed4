package dev.drawbridge.simulator.lambda;

import java.util.Optional;

/**
 * How an invocation ended.
 *
 * @param requestId the invocation's id
 * @param version the version that ran
 * @param functionError {@code Unhandled} if the function failed; empty if it returned
 * @param payload the function's JSON answer, or Lambda's JSON about the error
 */
public record InvocationResult(
    String requestId, String version, Optional<String> functionError, String payload) {

  /** Whether the function returned. */
  public boolean succeeded() {
    return functionError.isEmpty();
  }
}
