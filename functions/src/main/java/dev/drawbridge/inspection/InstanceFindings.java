package dev.drawbridge.inspection;

import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.GroupSeen;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.ListenerSeen;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether each instance has its port, and the port leads to it and to nobody else. */
final class InstanceFindings {
  private InstanceFindings() {}

  static List<Finding> of(Expected expected, PathSeen seen) {
    // Without a load balancer there is nothing to say that is not said already.
    InstancePortRange range = expected.instanceRange();
    if (range == null || seen.loadBalancer().isEmpty()) {
      return List.of();
    }
    List<InstancePort> ports =
        expected.instances().stream()
            .filter(InstancePort::built)
            .filter(each -> each.goneSince() == null)
            .toList();
    if (seen.followed().isEmpty()) {
      return ports.stream().flatMap(each -> further(each, seen).stream()).toList();
    }
    List<Finding> findings = new ArrayList<>();
    ports.forEach(each -> port(each, seen).ifPresent(findings::add));
    findings.addAll(unserved(range, expected.instances(), seen.followed().get()));
    return findings;
  }

  /**
   * Of a database that is gone, without an instance, replaced, or left behind by a switchover whose
   * successor is gone: who is led to is taken out, and nobody may come in its place.
   */
  private static Optional<Finding> further(InstancePort each, PathSeen seen) {
    return group(each, seen)
        .filter(GroupSeen::ours)
        .filter(group -> !recorded(each).containsAll(held(group)))
        .map(group -> behind(each, group));
  }

  private static Optional<GroupSeen> group(InstancePort each, PathSeen seen) {
    return seen.instances().stream()
        .filter(found -> found.arn().equals(each.groupArn()))
        .findFirst();
  }

  private static Optional<Finding> port(InstancePort each, PathSeen seen) {
    Optional<ListenerSeen> listener =
        seen.listeners().stream().filter(found -> found.port() == each.port()).findFirst();
    Optional<GroupSeen> group = group(each, seen);
    if (listener.isEmpty() || group.isEmpty()) {
      return Optional.of(
          finding(
              Kind.INSTANCE_PORT_GONE,
              each,
              "the %s of port %d, of instance %s, is gone"
                  .formatted(
                      listener.isEmpty() ? "listener" : "target group",
                      each.port(),
                      each.identifier())));
    }
    if (!group.get().ours() || !listener.get().groupArns().equals(List.of(group.get().arn()))) {
      return Optional.of(
          finding(
              Kind.INSTANCE_PORT_ELSEWHERE,
              each,
              "port %d, of instance %s, leads to %s, not to %s with our tags; delete that listener, then send the request again"
                  .formatted(
                      each.port(),
                      each.identifier(),
                      listener.get().groupArns(),
                      group.get().arn())));
    }
    if (!listener.get().plain()) {
      return Optional.of(
          finding(
              Kind.INSTANCE_PORT_GONE,
              each,
              "the listener on port %d, of instance %s, has protocol %s, not TCP: it understands no client of a database"
                  .formatted(each.port(), each.identifier(), listener.get().protocol())));
    }
    return target(each, group.get());
  }

  /** An instance that is away, or new, is not healthy for a while: that passes. */
  private static Optional<Finding> target(InstancePort each, GroupSeen group) {
    if (!held(group).equals(recorded(each))) {
      return Optional.of(behind(each, group));
    }
    if (!group.differing().isEmpty()) {
      return Optional.of(
          finding(
              Kind.INSTANCE_PORT_GONE,
              each,
              "target group %s is set as %s, which is not as we set it"
                  .formatted(group.arn(), group.differing())));
    }
    return group.healthy() > 0
        ? Optional.empty()
        : Optional.of(
            finding(
                Kind.INSTANCE_PORT_UNHEALTHY,
                each,
                "port %d, of instance %s, has no healthy target: %s"
                    .formatted(each.port(), each.identifier(), group.targets())));
  }

  /**
   * A further one would get its share of the connections that are meant for this instance: it is
   * taken out each time, as in the groups of writers and readers, and not once in 24 hours.
   */
  private static Finding behind(InstancePort each, GroupSeen group) {
    return finding(
        Kind.TARGETS_BEHIND,
        each,
        "port %d, of instance %s, holds %s, not %s"
            .formatted(
                each.port(),
                each.identifier(),
                group.targets(),
                each.target() == null ? "nobody" : each.target()));
  }

  private static Set<Target> held(GroupSeen group) {
    return Set.copyOf(TargetState.held(group.targets()));
  }

  private static Set<Target> recorded(InstancePort each) {
    return Stream.ofNullable(each.target()).collect(Collectors.toSet());
  }

  /** More instances than ports: the reader's and the writer's port serve the rest. */
  private static List<Finding> unserved(
      InstancePortRange range, List<InstancePort> ports, DatabaseFacts facts) {
    Set<String> served = ports.stream().map(InstancePort::identifier).collect(Collectors.toSet());
    // One that is new has its port in a minute.
    if (ports.size() < range.ports().size()) {
      return List.of();
    }
    return facts.topology().members().stream()
        .map(Member::identifier)
        .filter(identifier -> !served.contains(identifier))
        .map(
            identifier ->
                Finding.of(
                    Kind.INSTANCE_WITHOUT_PORT,
                    identifier,
                    "instance %s has no port of its own, for all of %s are taken: the reader's and the writer's port serve it; set lastInstancePort higher"
                        .formatted(identifier, range)))
        .toList();
  }

  private static Finding finding(Kind kind, InstancePort each, String text) {
    return Finding.of(kind, "port " + each.port(), text);
  }
}
