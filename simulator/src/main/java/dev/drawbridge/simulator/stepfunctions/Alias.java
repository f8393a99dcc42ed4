package dev.drawbridge.simulator.stepfunctions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alias of a state machine. */
public record Alias(
    String arn,
    String name,
    String stateMachineArn,
    @Nullable String description,
    List<Route> routes,
    Instant createdAt,
    Instant updatedAt) {

  /** A version and its share of new executions in percent. */
  public record Route(String versionArn, int weight) {}
}
