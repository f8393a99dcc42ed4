package dev.drawbridge.inspection;

import dev.drawbridge.discovery.Ports;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.GroupSeen;
import dev.drawbridge.model.ListenerSeen;
import dev.drawbridge.model.LoadBalancerSeen;
import dev.drawbridge.model.Subnet;
import dev.drawbridge.plan.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether load balancer and listeners are as a run makes them. */
final class BalancerFindings {
  private BalancerFindings() {}

  static List<Finding> of(Expected expected, PathSeen seen) {
    if (seen.loadBalancer().isEmpty()) {
      return List.of(
          Finding.of(
              Kind.LOAD_BALANCER_GONE,
              expected.databaseArn(),
              "the load balancer is gone; send the request again to build the path anew"));
    }
    LoadBalancerSeen found = seen.loadBalancer().get();
    if (!found.ours()) {
      return List.of(
          Finding.of(
              Kind.LOAD_BALANCER_NOT_OURS,
              found.arn(),
              "load balancer %s lacks our tags, so nothing of ours may touch it; give it its tags back"
                  .formatted(found.arn())));
    }
    List<Finding> findings = new ArrayList<>(state(expected, found));
    seen.followed().ifPresent(facts -> findings.addAll(place(found, facts, seen.subnets())));
    seen.followed().ifPresent(facts -> findings.addAll(listeners(expected, seen, facts.port())));
    return findings;
  }

  private static List<Finding> state(Expected expected, LoadBalancerSeen found) {
    List<Finding> findings = new ArrayList<>();
    if (!found.state().equals("active")) {
      findings.add(
          Finding.of(
              Kind.LOAD_BALANCER_NOT_ACTIVE,
              found.arn(),
              "load balancer %s is %s; if it stays so, read its events in the console"
                  .formatted(found.arn(), found.state())));
    }
    if (!found.scheme().equals("internal")) {
      findings.add(
          Finding.of(
              Kind.LOAD_BALANCER_PUBLIC,
              found.arn(),
              "load balancer %s is %s: it may have public addresses, and nobody builds on it; find out who made it, offboard with teardown, then expose the database anew"
                  .formatted(found.arn(), found.scheme())));
    }
    if (!found.enforcement().equals(expected.enforcement().text())) {
      findings.add(
          Finding.of(
              Kind.ENFORCEMENT_CHANGED,
              found.arn(),
              "security group rules on PrivateLink traffic are %s on load balancer %s; approved was %s"
                  .formatted(found.enforcement(), found.arn(), expected.enforcement().text())));
    }
    String own = expected.securityGroupId();
    if (own != null && !found.securityGroupIds().equals(List.of(own))) {
      findings.add(
          Finding.of(
              Kind.LOAD_BALANCER_GROUPS_CHANGED,
              found.arn(),
              "load balancer %s has security groups %s, not %s alone: give it that one back, or send the request again"
                  .formatted(found.arn(), found.securityGroupIds(), own)));
    }
    if (Boolean.FALSE.equals(found.crossZone())) {
      findings.add(
          Finding.of(
              Kind.CROSS_ZONE_OFF,
              found.arn(),
              "cross-zone load balancing of %s is off: in a zone without a target nobody answers"
                  .formatted(found.arn())));
    }
    return findings;
  }

  private static List<Finding> place(
      LoadBalancerSeen found, DatabaseFacts facts, List<Subnet> subnets) {
    if (facts.isElsewhere(found.vpcId())) {
      return List.of(
          Finding.of(
              Kind.LOAD_BALANCER_ELSEWHERE,
              found.arn(),
              "load balancer %s is in %s, the database in %s: its targets are taken out, for its addresses may be another's here; move it back, or offboard with teardown, then expose it anew"
                  .formatted(found.arn(), found.vpcId(), facts.vpcId())));
    }
    TreeSet<String> lacking = new TreeSet<>();
    subnets.stream()
        .filter(subnet -> facts.subnetIds().contains(subnet.id()))
        .map(Subnet::zone)
        .filter(zone -> !found.zones().contains(zone))
        .forEach(lacking::add);
    return lacking.stream()
        .map(
            zone ->
                Finding.of(
                    Kind.ZONE_MISSING,
                    zone,
                    "load balancer %s does not cover zone %s: a failover into it may cut the path"
                        .formatted(found.arn(), zone)))
        .toList();
  }

  private static List<Finding> listeners(Expected expected, PathSeen seen, int databasePort) {
    Ports ports = Ports.of(databasePort, expected.readerPort(), expected.writerPort());
    List<Finding> findings = new ArrayList<>();
    listener(seen, ports.reader(), "readers", seen.readers()).ifPresent(findings::add);
    listener(seen, ports.writer(), "the writer", seen.writers()).ifPresent(findings::add);
    boolean whole = findings.isEmpty();
    seen.listeners().stream()
        .filter(each -> each.port() != ports.reader() && each.port() != ports.writer())
        .filter(each -> strange(each, seen, whole && ofNoInstance(expected, each)))
        .map(BalancerFindings::unknown)
        .forEach(findings::add);
    return findings;
  }

  /**
   * By the names of their groups: whose they are matters for ports that nobody was let in to. What
   * leads to readers or writers is one too many where both have their own and it is no instance's:
   * else a run is changing ports, or about to move it back.
   */
  private static boolean strange(ListenerSeen each, PathSeen seen, boolean whole) {
    List<String> byRole =
        Stream.of(seen.readers(), seen.writers())
            .flatMap(Optional::stream)
            .map(GroupSeen::arn)
            .toList();
    return !each.groupArns().stream().allMatch(Names::ofGroup)
        || (whole && each.groupArns().stream().anyMatch(byRole::contains));
  }

  /** The writer's port may lead to its instance's group, as that instance's own does. */
  private static boolean ofNoInstance(Expected expected, ListenerSeen each) {
    return expected.instances().stream().noneMatch(one -> one.port() == each.port());
  }

  private static Finding unknown(ListenerSeen found) {
    return Finding.of(
        Kind.LISTENER_UNKNOWN,
        "port " + found.port(),
        "port %d of the load balancer leads to %s, which nobody approved; every consumer of the database can reach it: delete that listener"
            .formatted(found.port(), found.groupArns()));
  }

  private static Optional<Finding> listener(
      PathSeen seen, int port, String whose, Optional<GroupSeen> group) {
    Optional<ListenerSeen> found =
        seen.listeners().stream().filter(each -> each.port() == port).findFirst();
    if (found.isEmpty()) {
      return Optional.of(
          Finding.of(
              Kind.LISTENER_GONE,
              "port " + port,
              "the listener on port %d, for %s, is gone".formatted(port, whose)));
    }
    List<String> wanted = group.map(GroupSeen::arn).stream().toList();
    if (!wanted.isEmpty() && !found.get().groupArns().equals(wanted)) {
      return Optional.of(
          Finding.of(
              Kind.LISTENER_ELSEWHERE,
              "port " + port,
              "port %d, for %s, leads to %s, not to %s; delete that listener, then send the request again"
                  .formatted(port, whose, found.get().groupArns(), wanted.getFirst())));
    }
    // Targets stay healthy under it, so that nothing else tells.
    return found.get().plain()
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                Kind.LISTENER_GONE,
                "port " + port,
                "the listener on port %d, for %s, has protocol %s, not TCP: it understands no client of a database"
                    .formatted(port, whose, found.get().protocol())));
  }
}
