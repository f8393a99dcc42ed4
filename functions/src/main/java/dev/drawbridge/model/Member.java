package dev.drawbridge.model;

import java.util.List;

/**
 * One database instance.
 *
 * @param resourceId RDS's immutable name for it: after a blue/green switchover the identifier stays
 *     and another instance bears it
 * @param endpoint the instance's own DNS name, never a cluster's
 * @param port a replica may have a port of its own; 0 while RDS creates the instance and shows none
 * @param zone where the instance is now; its address must lie in a subnet of this zone
 * @param securityGroupIds that are attached to it, sorted; empty while RDS shows none, and in the
 *     state of runs that older releases started
 */
public record Member(
    String identifier,
    String resourceId,
    String endpoint,
    int port,
    Role role,
    Serving serving,
    String zone,
    List<String> securityGroupIds) {

  /** Keeps a copy. */
  public Member {
    securityGroupIds = securityGroupIds == null ? List.of() : List.copyOf(securityGroupIds);
  }

  /** One whose security groups are not known. */
  public Member(
      String identifier,
      String resourceId,
      String endpoint,
      int port,
      Role role,
      Serving serving,
      String zone) {
    this(identifier, resourceId, endpoint, port, role, serving, zone, List.of());
  }

  /** The groups of each that has some, without repeats. */
  public static List<List<String>> groupsOf(List<Member> members) {
    return members.stream()
        .map(Member::securityGroupIds)
        .filter(groups -> !groups.isEmpty())
        .distinct()
        .toList();
  }

  /** Whether RDS has shown where it listens. */
  public boolean listens() {
    return port > 0;
  }

  /** What must not have changed between discovery and the end of a refresh. */
  public String truth() {
    return "%s:%s:%s:%s:%s".formatted(identifier, resourceId, role, serving, zone);
  }
}
