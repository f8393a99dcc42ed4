package dev.drawbridge.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Output of ResolveAddresses.
 *
 * @param members the topology that the addresses belong to; newer than discovery if it moved
 * @param resolved members whose address agrees with the RDS API
 * @param notes why other members are left out; while there is one, no reader is deregistered
 */
public record InstanceAddresses(
    List<Member> members, List<InstanceAddress> resolved, List<String> notes) {
  /** Keeps copies. */
  public InstanceAddresses {
    members = List.copyOf(members);
    resolved = List.copyOf(resolved);
    notes = List.copyOf(notes);
  }

  /** Where connections to the members that have an address are led. */
  public Set<Target> targets() {
    return resolved.stream().map(InstanceAddress::target).collect(Collectors.toSet());
  }
}
