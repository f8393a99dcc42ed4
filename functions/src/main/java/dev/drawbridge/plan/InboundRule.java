package dev.drawbridge.plan;

import java.util.Map;
import java.util.Optional;

/**
 * A rule that stands in a security group, whoever made it, and takes a place there.
 *
 * @param cidr the IPv4 block, or empty for another source
 */
public record InboundRule(
    String groupId, PortRange ports, Optional<String> cidr, Map<String, String> tags) {
  /** Keeps a copy. */
  public InboundRule {
    tags = Map.copyOf(tags);
  }
}
