package dev.drawbridge.lab.lambda;

import dev.drawbridge.simulator.lambda.Invocation;
import java.util.concurrent.CompletableFuture;

/** One invocation on its way through the Runtime API, and what the worker answers. */
final class Exchange {
  /** What a worker posts back. */
  sealed interface Reply {
    /** It returned. */
    record Output(String json) implements Reply {}

    /** It threw, or did not start: JSON with errorType and errorMessage. */
    record Failure(String json) implements Reply {}
  }

  private final Invocation invocation;
  private final byte[] payload;
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();

  Exchange(Invocation invocation, byte[] payload) {
    this.invocation = invocation;
    this.payload = payload.clone();
  }

  Invocation invocation() {
    return invocation;
  }

  byte[] payload() {
    return payload.clone();
  }

  CompletableFuture<Reply> reply() {
    return reply;
  }
}
