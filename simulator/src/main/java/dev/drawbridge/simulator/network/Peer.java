package dev.drawbridge.simulator.network;

import java.util.List;

/**
 * The other end of a flow as a security group rule sees it.
 *
 * @param ip its address
 * @param groups the security groups that a rule may refer to; empty across VPCs
 */
public record Peer(String ip, List<String> groups) {
  /** Keeps a copy of the groups. */
  public Peer {
    groups = List.copyOf(groups);
  }

  /** A peer that matches rules by address only. */
  public static Peer byAddress(String ip) {
    return new Peer(ip, List.of());
  }
}
