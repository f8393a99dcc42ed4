package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;

/**
 * What a database's parameters said when somebody read them.
 *
 * @param groups the parameter groups that they were read of
 * @param blocking those of them that let MySQL block the load balancer for its health checks
 */
public record ParametersSeen(List<String> groups, List<String> blocking, Instant at) {
  /** Keeps copies. What an earlier release wrote does not say which, and is read once more. */
  public ParametersSeen {
    groups = blocking == null ? List.of() : List.copyOf(groups);
    blocking = blocking == null ? List.of() : List.copyOf(blocking);
  }

  /** Whether an instance may block the load balancer. */
  public boolean blocks() {
    return !blocking.isEmpty();
  }
}
