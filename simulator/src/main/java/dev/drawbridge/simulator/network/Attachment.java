package dev.drawbridge.simulator.network;

import java.util.List;

/**
 * A network interface as the data path sees it.
 *
 * @param interfaceId the interface's id
 * @param ip its private address
 * @param vpcId its VPC
 * @param groups its security groups
 */
public record Attachment(String interfaceId, String ip, String vpcId, List<String> groups) {
  /** Keeps a copy of the groups. */
  public Attachment {
    groups = List.copyOf(groups);
  }
}
