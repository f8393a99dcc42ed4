package dev.drawbridge.model;

import java.util.List;

/**
 * A listener as AWS shows it, for checks.
 *
 * @param groupArns the target groups that get new connections
 */
public record ListenerSeen(String arn, int port, List<String> groupArns) {
  /** Keeps a copy. */
  public ListenerSeen {
    groupArns = List.copyOf(groupArns);
  }
}
