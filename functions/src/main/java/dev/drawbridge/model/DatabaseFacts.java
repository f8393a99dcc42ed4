package dev.drawbridge.model;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database as RDS describes it, before anything is decided.
 *
 * @param arn of the cluster, or of the instance
 * @param resourceId RDS's immutable name of it: a restored or re-created database of the same
 *     identifier, and so of the same ARN, has another
 * @param ownerArn the cluster that it is a member of, or the database that it replicates; null if
 *     it is a database of its own
 * @param status the status of the cluster, or of the instance
 * @param writerEndpoint the name that the certificate holds for the writer
 * @param readerEndpoint the same for the readers; the writer's where there is none
 * @param subnetIds of the DB subnet group
 * @param publiclyAccessible identifiers of members with a public address
 * @param withoutIpv4 of itself and of members whose network type RDS shows, and which have no IPv4
 *     addresses by it: each with its type
 * @param pausesWhenIdle Aurora Serverless v2 with a minimum capacity of 0
 * @param replicationFaults read replicas that serve what is old
 * @param elsewhere read replicas in another VPC: nothing else here is theirs
 * @param conditions of its instances
 * @param parameterGroups where MySQL's host cache is configured
 */
public record DatabaseFacts(
    String identifier,
    String arn,
    String resourceId,
    @Nullable String ownerArn,
    String engine,
    String status,
    int port,
    String writerEndpoint,
    String readerEndpoint,
    String vpcId,
    List<String> subnetIds,
    List<String> publiclyAccessible,
    List<String> withoutIpv4,
    boolean pausesWhenIdle,
    List<ReplicationFault> replicationFaults,
    List<Elsewhere> elsewhere,
    List<InstanceCondition> conditions,
    ParameterGroups parameterGroups,
    Topology topology) {

  /** An instance that no load balancer of the database's VPC leads to. */
  public record Elsewhere(String identifier, String vpcId) {}

  /**
   * Names of parameter groups; those of an instance take precedence over the cluster's.
   *
   * @param unapplied instances that still run with what they had before
   */
  public record ParameterGroups(
      List<String> ofInstances, List<String> ofCluster, List<Unapplied> unapplied) {
    /** Both, those of the cluster last. */
    public List<String> names() {
      return Stream.of(ofInstances, ofCluster).flatMap(List::stream).toList();
    }
  }

  /**
   * An instance with a group that is not in force.
   *
   * @param status as RDS shows it: {@code applying}, {@code failed-to-apply}, {@code
   *     pending-database-upgrade}, {@code pending-reboot} (API model, DBParameterGroupStatus)
   */
  public record Unapplied(String identifier, String status) {}

  /** The security groups of each member: a rule in one group of a member is enough for it. */
  public List<List<String>> groupsOfMembers() {
    return Member.groupsOf(topology.members());
  }

  /** The first of each member, without repeats. */
  public List<String> securityGroupIds() {
    return groupsOfMembers().stream().map(List::getFirst).distinct().toList();
  }

  /** All security groups of all members, sorted, without repeats. */
  public List<String> attachedGroupIds() {
    return groupsOfMembers().stream().flatMap(List::stream).distinct().sorted().toList();
  }

  /** Whether it stands in another VPC; RDS may show none yet. */
  public boolean isElsewhere(String vpc) {
    return !vpcId.isEmpty() && !vpcId.equals(vpc);
  }

  /** Where its instances listen, as far as RDS has shown it. */
  public SortedSet<Integer> ports() {
    return ports(port, topology.members());
  }

  /** The same of any database: a replica may have a port of its own. */
  public static SortedSet<Integer> ports(int port, List<Member> members) {
    TreeSet<Integer> ports = new TreeSet<>();
    ports.add(port);
    members.stream().filter(Member::listens).map(Member::port).forEach(ports::add);
    return ports;
  }
}
