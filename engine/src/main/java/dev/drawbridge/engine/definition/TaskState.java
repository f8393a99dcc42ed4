package dev.drawbridge.engine.definition;

import dev.drawbridge.engine.task.Integration;
import dev.drawbridge.engine.task.ParameterFields;
import org.jspecify.annotations.Nullable;

/**
 * A Task state.
 *
 * @param integration what it calls
 * @param fields what its parameters may and must have, where that is known
 * @param timeout how long an attempt may take, if limited
 * @param heartbeat how long it may be silent, if limited
 */
public record TaskState(
    String name,
    Filters filters,
    Integration integration,
    @Nullable ParameterFields fields,
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
