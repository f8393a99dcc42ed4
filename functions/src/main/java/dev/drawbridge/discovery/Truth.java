package dev.drawbridge.discovery;

import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Topology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a database is still what it was when its targets were registered. */
public final class Truth {
  private Truth() {}

  /** True if an instance came, went, was exchanged, or changed its role, zone or will to serve. */
  public static boolean moved(InstanceAddresses registered, Optional<Topology> now) {
    List<Member> members = now.map(Topology::members).orElse(List.of());
    return !truths(registered.members()).equals(truths(members));
  }

  /** True if an instance has an address that it had not; one that has none now tells nothing. */
  public static boolean readdressed(InstanceAddresses registered, InstanceAddresses now) {
    return !addresses(registered).containsAll(addresses(now));
  }

  private static Set<String> addresses(InstanceAddresses addresses) {
    return addresses.resolved().stream()
        .map(endpoint -> endpoint.member().identifier() + " " + endpoint.address())
        .collect(Collectors.toSet());
  }

  private static Set<String> truths(List<Member> members) {
    return members.stream().map(Member::truth).collect(Collectors.toSet());
  }
}
