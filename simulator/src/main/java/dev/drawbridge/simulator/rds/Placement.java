package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.rds.InstanceNetwork.Node;
import java.util.Optional;

/**
 * Where an instance stands, and where the API says it does: after a failover the two differ for a
 * while.
 *
 * @param node the server that serves
 * @param standby the other server of a Multi-AZ instance
 * @param shownZone the zone that DescribeDBInstances shows
 * @param shownSecondary the secondary zone that it shows
 */
public record Placement(
    Node node, Optional<Node> standby, String shownZone, Optional<String> shownSecondary) {

  static Placement at(Node node, Optional<Node> standby) {
    return new Placement(node, standby, node.subnet().zone(), standby.map(s -> s.subnet().zone()));
  }

  /** The standby takes over; the API does not show it yet. */
  Placement swapped() {
    return new Placement(standby.orElseThrow(), Optional.of(node), shownZone, shownSecondary);
  }

  /** The API shows the truth. */
  Placement shown() {
    return at(node, standby);
  }
}
