package dev.drawbridge.simulator.lambda;

import java.time.Instant;

/** One execution environment of a function; it serves one invocation at a time. */
final class Container {
  private final LambdaFunction code;
  private boolean busy = true;
  private Instant idleSince = Instant.MIN;

  Container(LambdaFunction code) {
    this.code = code;
  }

  LambdaFunction code() {
    return code;
  }

  boolean busy() {
    return busy;
  }

  Instant idleSince() {
    return idleSince;
  }

  void take() {
    busy = true;
  }

  void release(Instant now) {
    busy = false;
    idleSince = now;
  }
}
