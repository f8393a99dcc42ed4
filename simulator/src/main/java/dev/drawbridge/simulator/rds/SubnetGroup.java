package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.rds.InstanceNetwork.DbSubnet;
import java.util.List;

/** A DB subnet group: where the servers of a database may stand. */
record SubnetGroup(DbId id, String description, List<DbSubnet> subnets) {
  SubnetGroup {
    subnets = List.copyOf(subnets);
  }

  String vpcId() {
    return subnets.getFirst().vpcId();
  }

  /** The zones in the order of the subnets, each once. */
  List<String> zones() {
    return subnets.stream().map(DbSubnet::zone).distinct().toList();
  }

  /** The first subnet in the zone. */
  DbSubnet in(String zone) {
    return subnets.stream()
        .filter(s -> s.zone().equals(zone))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no subnet of " + id.name() + " in " + zone));
  }
}
