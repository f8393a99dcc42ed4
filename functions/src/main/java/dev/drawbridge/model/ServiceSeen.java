package dev.drawbridge.model;

import java.util.List;

/**
 * An endpoint service as AWS shows it, for checks.
 *
 * @param connections of all accounts, in every state
 * @param notices of which of them our topic is told
 */
public record ServiceSeen(
    EndpointService service,
    List<String> principals,
    List<Connection> connections,
    Notices notices) {
  /** How much of what AWS would tell a topic it tells ours. */
  public enum Notices {
    ALL,
    SOME,
    NONE
  }

  /** Keeps copies. */
  public ServiceSeen {
    principals = List.copyOf(principals);
    connections = List.copyOf(connections);
  }
}
