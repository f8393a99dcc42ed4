package dev.drawbridge.simulator.network;

import java.util.List;
import java.util.Optional;

/** What the data path asks of the VPCs. */
public interface Fabric {

  /** The interface that has the address. */
  Optional<Attachment> at(String ip);

  /** The VPC whose blocks contain the address. */
  Optional<String> vpcOf(String ip);

  /** Whether a TCP connection from {@code peer} may enter through the groups. */
  boolean admitsInbound(List<String> groups, Peer peer, int port);

  /** Whether a TCP connection to {@code peer} may leave through the groups. */
  boolean admitsOutbound(List<String> groups, Peer peer, int port);
}
