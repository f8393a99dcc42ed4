package dev.drawbridge.plan;

import dev.drawbridge.model.Endpoints;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Sighting;
import dev.drawbridge.model.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a database is still what it was when its targets were registered. */
public final class Truth {
  private Truth() {}

  /** True if an instance came, went, or changed its role, zone or willingness to serve. */
  public static boolean moved(Endpoints registered, Optional<Topology> now) {
    List<Member> members = now.map(Topology::members).orElse(List.of());
    return !truths(registered.members()).equals(truths(members));
  }

  /**
   * The same at a glance, while waiting: true if an instance came or went or contradicts what was
   * seen of it.
   */
  public static boolean moved(Endpoints registered, List<Sighting> now) {
    Map<String, Sighting> seen =
        now.stream().collect(Collectors.toMap(Sighting::identifier, Function.identity()));
    Set<String> known =
        registered.members().stream().map(Member::identifier).collect(Collectors.toSet());
    return !known.equals(seen.keySet())
        || registered.members().stream().anyMatch(member -> contradicted(seen, member));
  }

  private static boolean contradicted(Map<String, Sighting> seen, Member member) {
    Sighting sighting = seen.get(member.identifier());
    return sighting == null || sighting.contradicts(member);
  }

  private static Set<String> truths(List<Member> members) {
    return members.stream().map(Member::truth).collect(Collectors.toSet());
  }
}
