package dev.drawbridge.discovery;

import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.InstanceAddress;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.model.Topology;
import java.util.Arrays;
import java.util.List;

/** Databases and target groups as tests state them; the name of a member is its address. */
public final class Truths {
  static final int PORT = 3306;

  private Truths() {}

  public static Member writer(String address) {
    return member(address, Role.WRITER, Serving.SERVES);
  }

  public static Member reader(String address) {
    return member(address, Role.READER, Serving.SERVES);
  }

  public static Member member(String address, Role role, Serving serving) {
    return new Member(address, "db-" + address, address + ".rds", PORT, role, serving, "zone-a");
  }

  /** What RDS says of a cluster with one writer. */
  public static DatabaseFacts cluster(String arn, String resourceId, String engine) {
    return cluster(arn, resourceId, engine, "vpc-0", List.of(), List.of(), List.of());
  }

  /** The same with what stands against it. */
  public static DatabaseFacts cluster(
      String arn,
      String resourceId,
      String engine,
      String vpcId,
      List<String> publiclyAccessible,
      List<String> withoutIpv4,
      List<DatabaseFacts.Elsewhere> elsewhere) {
    return new DatabaseFacts(
        arn.substring(arn.lastIndexOf(':') + 1),
        arn,
        resourceId,
        null,
        engine,
        "available",
        5432,
        "writer",
        "reader",
        vpcId,
        List.of(),
        publiclyAccessible,
        withoutIpv4,
        false,
        List.of(),
        elsewhere,
        List.of(),
        new DatabaseFacts.ParameterGroups(List.of(), List.of(), List.of()),
        new Topology.Cluster(List.of(writer("10.0.0.1"))));
  }

  /** All members resolve. */
  public static InstanceAddresses resolved(Member... members) {
    List<InstanceAddress> addresses =
        Arrays.stream(members)
            .map(member -> new InstanceAddress(member, member.identifier()))
            .toList();
    return new InstanceAddresses(List.of(members), addresses, List.of());
  }

  /** The same, with a member that does not resolve. */
  public static InstanceAddresses unresolved(Member unknown, Member... others) {
    InstanceAddresses known = resolved(others);
    return new InstanceAddresses(
        List.of(unknown), known.resolved(), List.of(unknown.identifier() + " does not resolve"));
  }

  public static Target target(String address) {
    return new Target(address, PORT);
  }

  public static List<Target> targets(String... addresses) {
    return Arrays.stream(addresses).map(Truths::target).toList();
  }

  public static List<TargetState> healthy(String... addresses) {
    return inState("healthy", addresses);
  }

  public static List<TargetState> draining(String... addresses) {
    return inState("draining", addresses);
  }

  public static List<TargetState> inState(String state, String... addresses) {
    return targets(addresses).stream().map(target -> new TargetState(target, state, "")).toList();
  }
}
