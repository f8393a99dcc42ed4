package dev.drawbridge.model;

import java.util.List;

/**
 * What of a database its path has to fit: where it listens, who guards it, and where it may run.
 *
 * @param ports of all its instances
 * @param securityGroupIds the first of each member: all that earlier releases knew of
 * @param groupsOfMembers in one of which of each member the load balancer has to be let in
 * @param subnetIds the zones of which the load balancer has to cover
 */
public record DatabaseShape(
    List<Integer> ports,
    List<String> securityGroupIds,
    List<List<String>> groupsOfMembers,
    List<String> subnetIds) {
  /** Keeps copies. */
  public DatabaseShape {
    ports = List.copyOf(ports);
    securityGroupIds = List.copyOf(securityGroupIds);
    // Null in what earlier releases wrote.
    groupsOfMembers =
        groupsOfMembers == null
            ? securityGroupIds.stream().map(List::of).toList()
            : List.copyOf(groupsOfMembers);
    subnetIds = List.copyOf(subnetIds);
  }

  /** That of a database as RDS shows it. */
  public static DatabaseShape of(DatabaseFacts facts) {
    return new DatabaseShape(
        List.copyOf(facts.ports()),
        facts.securityGroupIds(),
        facts.groupsOfMembers(),
        facts.subnetIds());
  }

  /** Whether a path that fits this fits the other; one that has less does no harm. */
  public boolean covers(DatabaseShape other) {
    return ports.containsAll(other.ports)
        && other.groupsOfMembers.stream()
            .allMatch(groups -> groupsOfMembers.stream().anyMatch(groups::containsAll))
        && subnetIds.containsAll(other.subnetIds);
  }
}
