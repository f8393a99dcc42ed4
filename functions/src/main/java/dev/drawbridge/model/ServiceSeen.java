package dev.drawbridge.model;

import java.util.List;

/**
 * An endpoint service as AWS shows it, for checks.
 *
 * @param connections of all accounts, in every state
 * @param notifies whether our topic is told of them
 */
public record ServiceSeen(
    EndpointService service,
    List<String> principals,
    List<Connection> connections,
    boolean notifies) {
  /** Keeps copies. */
  public ServiceSeen {
    principals = List.copyOf(principals);
    connections = List.copyOf(connections);
  }
}
