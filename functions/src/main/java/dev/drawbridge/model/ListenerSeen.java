package dev.drawbridge.model;

import java.util.List;

/**
 * A listener as AWS shows it, for checks.
 *
 * @param protocol {@code TCP}, or {@code TLS} and others, which clients of databases do not begin
 *     with
 * @param groupArns the target groups that get new connections
 */
public record ListenerSeen(String arn, int port, String protocol, List<String> groupArns) {
  /** Keeps a copy. */
  public ListenerSeen {
    groupArns = List.copyOf(groupArns);
  }

  /** Whether it hands on what a client says as it is, as every listener of ours is made. */
  public boolean plain() {
    return protocol.equals("TCP");
  }
}
