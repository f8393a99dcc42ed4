package dev.drawbridge.engine.definition;

import dev.drawbridge.engine.task.Integration;
import org.jspecify.annotations.Nullable;

/**
 * A Task state.
 *
 * @param integration what it calls
 * @param timeout how long an attempt may take, if limited
 * @param heartbeat how long it may be silent, if limited
 */
public record TaskState(
    String name,
    Filters filters,
    Integration integration,
    @Nullable Limit timeout,
    @Nullable Limit heartbeat,
    ErrorHandling errors,
    @Nullable String next)
    implements State {
  @Override
  public String type() {
    return "Task";
  }
}
