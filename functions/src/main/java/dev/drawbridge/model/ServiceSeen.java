package dev.drawbridge.model;

import java.util.List;

/**
 * An endpoint service as AWS shows it, for checks.
 *
 * @param regions whose consumers it lets in besides those of its own
 * @param connections of all accounts, in every state
 * @param notices of which of them our topic is told
 */
public record ServiceSeen(
    EndpointService service,
    List<String> regions,
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
    regions = List.copyOf(regions);
    principals = List.copyOf(principals);
    connections = List.copyOf(connections);
  }
}
