package dev.drawbridge.simulator.rds;

import java.util.List;

/** What RDS needs of the VPCs: an address for each server, and who listens there. */
public interface InstanceNetwork {

  /**
   * A subnet.
   *
   * @param vpcId the VPC that it belongs to
   * @param zone its availability zone's name
   */
  record DbSubnet(String id, String vpcId, String zone) {}

  /**
   * A server's place in the network.
   *
   * @param interfaceId its network interface
   * @param address its private IPv4 address
   * @param subnet where it stands
   */
  record Node(String interfaceId, String address, DbSubnet subnet) {}

  /**
   * Finds a subnet of the account.
   *
   * @throws dev.drawbridge.simulator.operation.ServiceError InvalidSubnet
   */
  DbSubnet subnet(String account, String region, String subnetId);

  /** The default security group of a VPC. */
  String defaultSecurityGroup(String account, String region, String vpcId);

  /** Takes an address of the subnet for a server. */
  Node attach(String account, String region, String subnetId, List<String> securityGroups);

  /** Puts a server behind other security groups. */
  void guard(Node node, List<String> securityGroups);

  /** Gives a server's address back. */
  void detach(Node node);

  /**
   * A server listens from now on.
   *
   * @param maxConnectErrors after how many interrupted handshakes it blocks a host; 0 for never
   */
  void listen(Node node, int port, long maxConnectErrors);

  /** A server listens no more, and its connections end. */
  void close(Node node, int port);

  /** Ends a server's connections; it listens on. */
  void cut(Node node, int port);
}
