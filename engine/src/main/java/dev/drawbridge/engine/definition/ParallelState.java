package dev.drawbridge.engine.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Parallel state. */
public record ParallelState(
    String name,
    Filters filters,
    List<Workflow> branches,
    ErrorHandling errors,
    @Nullable String next)
    implements State {
  @Override
  public String type() {
    return "Parallel";
  }
}
