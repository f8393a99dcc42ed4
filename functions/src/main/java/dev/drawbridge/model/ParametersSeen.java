package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;

/**
 * What a database's parameters said when somebody read them.
 *
 * @param groups the parameter groups that they were read of
 * @param blocks whether they let MySQL block the load balancer for its health checks
 */
public record ParametersSeen(List<String> groups, boolean blocks, Instant at) {
  /** Keeps a copy. */
  public ParametersSeen {
    groups = List.copyOf(groups);
  }
}
