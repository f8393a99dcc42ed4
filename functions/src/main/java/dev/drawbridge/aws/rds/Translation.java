package dev.drawbridge.aws.rds;

import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.InstanceCondition;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.ReplicationFault;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Topology;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** From RDS's shapes to ours. */
final class Translation {
  private static final String IN_SYNC = "in-sync";

  /**
   * API model, DBInstanceStatusInfo, and "Monitoring read replication" (RDS user guide): which of
   * them RDS takes for an error is UNCONFIRMED.
   */
  private static final Set<String> NOT_REPLICATING =
      Set.of(
          "error",
          "stopped",
          "terminated",
          ReplicationFault.DEGRADED,
          "replication stop point reached");

  /** Network types whose names have IPv4 addresses (API model, NetworkType). */
  private static final Set<String> IPV4 = Set.of("IPV4", "DUAL");

  private Translation() {}

  static DatabaseFacts cluster(DBCluster cluster, List<DBInstance> all) {
    Reach reach = Reach.of(all, all);
    List<DBInstance> instances = reach.within();
    List<Member> members =
        Stream.concat(
                instances.stream().map(instance -> member(instance, roleIn(cluster, instance))),
                unseen(cluster, all))
            .toList();
    return new DatabaseFacts(
        cluster.dbClusterIdentifier(),
        cluster.dbClusterArn(),
        text(cluster.dbClusterResourceId()),
        Owners.of(cluster).orElse(null),
        cluster.engine(),
        cluster.status(),
        cluster.port() == null ? 0 : cluster.port(),
        text(cluster.endpoint()),
        cluster.readerEndpoint() == null ? text(cluster.endpoint()) : cluster.readerEndpoint(),
        reach.vpcId(),
        subnets(instances),
        publicOnes(instances),
        Stream.concat(
                withoutIpv4(cluster.dbClusterIdentifier(), cluster.networkType()),
                withoutIpv4(instances))
            .toList(),
        pausesWhenIdle(cluster, instances),
        replicationFaults(instances),
        reach.beyond(),
        conditions(instances),
        new DatabaseFacts.ParameterGroups(
            parameterGroups(instances),
            Stream.ofNullable(cluster.dbClusterParameterGroup()).toList(),
            Stream.concat(unappliedToMembers(cluster), unapplied(instances)).distinct().toList()),
        new Topology.Cluster(members));
  }

  /**
   * An instance with its read replicas.
   *
   * @param replicas those that the list of instances shows
   * @param names of all that it has in its region, as it says itself
   */
  static DatabaseFacts instance(DBInstance primary, List<DBInstance> replicas, List<String> names) {
    Reach reach =
        Reach.of(List.of(primary), Stream.concat(Stream.of(primary), replicas.stream()).toList());
    List<DBInstance> all = reach.within();
    String endpoint = primary.endpoint() == null ? "" : text(primary.endpoint().address());
    return new DatabaseFacts(
        primary.dbInstanceIdentifier(),
        primary.dbInstanceArn(),
        text(primary.dbiResourceId()),
        Owners.of(primary).orElse(null),
        primary.engine(),
        primary.dbInstanceStatus(),
        port(primary),
        endpoint,
        endpoint,
        reach.vpcId(),
        subnets(all),
        publicOnes(all),
        withoutIpv4(all).toList(),
        false,
        replicationFaults(all),
        reach.beyond(),
        conditions(all),
        new DatabaseFacts.ParameterGroups(
            parameterGroups(all), List.of(), unapplied(all).distinct().toList()),
        new Topology.Instance(
            member(primary, Role.WRITER),
            Stream.concat(
                    all.stream().skip(1).map(replica -> member(replica, Role.READER)),
                    unseen(names, replicas).map(name -> unknown(name, 0, Role.READER)))
                .toList()));
  }

  /**
   * Members that the cluster names and the list of instances lacks: not gone, but unknown, as is a
   * replica that its source names.
   */
  private static Stream<Member> unseen(DBCluster cluster, List<DBInstance> instances) {
    List<String> names =
        cluster.dbClusterMembers().stream().map(DBClusterMember::dbInstanceIdentifier).toList();
    List<String> unseen = unseen(names, instances).toList();
    return cluster.dbClusterMembers().stream()
        .filter(member -> unseen.contains(member.dbInstanceIdentifier()))
        .map(
            member ->
                unknown(
                    member.dbInstanceIdentifier(),
                    cluster.port() == null ? 0 : cluster.port(),
                    writes(member) ? Role.WRITER : Role.READER));
  }

  private static Stream<String> unseen(List<String> names, List<DBInstance> listed) {
    List<String> seen = listed.stream().map(DBInstance::dbInstanceIdentifier).toList();
    return names.stream().filter(name -> !seen.contains(name));
  }

  private static Member unknown(String identifier, int port, Role role) {
    return new Member(identifier, "", "", port, role, Serving.UNDECIDED, "");
  }

  /** "Scaling to Zero ACUs with automatic pause and resume", Aurora user guide. */
  private static boolean pausesWhenIdle(DBCluster cluster, List<DBInstance> instances) {
    var scaling = cluster.serverlessV2ScalingConfiguration();
    return scaling != null
        && scaling.minCapacity() != null
        && scaling.minCapacity() == 0
        && instances.stream().anyMatch(one -> "db.serverless".equals(one.dbInstanceClass()));
  }

  /** Replicas in other regions are listed by ARN: nothing here can reach them. */
  static List<String> localReplicas(DBInstance primary) {
    return primary.readReplicaDBInstanceIdentifiers().stream()
        .filter(name -> !name.startsWith("arn:"))
        .toList();
  }

  private static boolean writes(DBClusterMember member) {
    return Boolean.TRUE.equals(member.isClusterWriter());
  }

  private static Role roleIn(DBCluster cluster, DBInstance instance) {
    return cluster.dbClusterMembers().stream()
            .filter(Translation::writes)
            .anyMatch(m -> m.dbInstanceIdentifier().equals(instance.dbInstanceIdentifier()))
        ? Role.WRITER
        : Role.READER;
  }

  private static Member member(DBInstance instance, Role role) {
    // An instance that is being created has no endpoint and no zone yet.
    boolean placed = instance.endpoint() != null && instance.availabilityZone() != null;
    return new Member(
        instance.dbInstanceIdentifier(),
        text(instance.dbiResourceId()),
        placed ? text(instance.endpoint().address()) : "",
        port(instance),
        role,
        placed ? serving(instance, role) : Serving.DOES_NOT_SERVE,
        text(instance.availabilityZone()),
        groups(instance));
  }

  private static List<String> groups(DBInstance instance) {
    return instance.vpcSecurityGroups().stream()
        .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
        .sorted()
        .toList();
  }

  private static Serving serving(DBInstance instance, Role role) {
    Serving serving = InstanceStatus.of(text(instance.dbInstanceStatus()));
    boolean ended =
        role == Role.READER && replicationFaults(instance).anyMatch(ReplicationFault::ended);
    return ended && serving != Serving.DOES_NOT_SERVE ? Serving.STALE : serving;
  }

  private static int port(DBInstance instance) {
    var endpoint = instance.endpoint();
    Integer port = endpoint == null ? instance.dbInstancePort() : endpoint.port();
    return port == null ? 0 : port;
  }

  private static List<String> subnets(List<DBInstance> instances) {
    return instances.stream()
        .filter(instance -> instance.dbSubnetGroup() != null)
        .flatMap(instance -> instance.dbSubnetGroup().subnets().stream())
        .map(Subnet::subnetIdentifier)
        .distinct()
        .toList();
  }

  private static List<String> publicOnes(List<DBInstance> instances) {
    return instances.stream()
        .filter(instance -> Boolean.TRUE.equals(instance.publiclyAccessible()))
        .map(DBInstance::dbInstanceIdentifier)
        .toList();
  }

  private static Stream<String> withoutIpv4(List<DBInstance> instances) {
    return instances.stream()
        .flatMap(one -> withoutIpv4(one.dbInstanceIdentifier(), one.networkType()));
  }

  private static Stream<String> withoutIpv4(
      String identifier, @org.jspecify.annotations.Nullable String networkType) {
    return networkType == null || networkType.isEmpty() || IPV4.contains(networkType)
        ? Stream.empty()
        : Stream.of("%s is of %s".formatted(identifier, networkType));
  }

  private static List<String> parameterGroups(List<DBInstance> instances) {
    return instances.stream()
        .flatMap(instance -> instance.dbParameterGroups().stream())
        .map(DBParameterGroupStatus::dbParameterGroupName)
        .distinct()
        .toList();
  }

  /**
   * A new association waits for a reboot (RDS user guide, "Working with DB parameter groups"), a
   * group may fail to be applied, and RDS may know further statuses: all but one say that what is
   * in the group is not in force.
   */
  private static Stream<DatabaseFacts.Unapplied> unapplied(List<DBInstance> instances) {
    return instances.stream()
        .flatMap(
            instance ->
                instance.dbParameterGroups().stream()
                    .map(group -> text(group.parameterApplyStatus()))
                    .filter(Translation::notInForce)
                    .map(s -> new DatabaseFacts.Unapplied(instance.dbInstanceIdentifier(), s)));
  }

  /** The same of the cluster's group, in each member. */
  private static Stream<DatabaseFacts.Unapplied> unappliedToMembers(DBCluster cluster) {
    return cluster.dbClusterMembers().stream()
        .map(
            member ->
                new DatabaseFacts.Unapplied(
                    member.dbInstanceIdentifier(), text(member.dbClusterParameterGroupStatus())))
        .filter(each -> notInForce(each.status()));
  }

  private static boolean notInForce(String status) {
    return !status.isEmpty() && !status.equals(IN_SYNC);
  }

  /** The status of the instance is {@code available} all the while (API model, DBInstance). */
  private static List<ReplicationFault> replicationFaults(List<DBInstance> instances) {
    return instances.stream().flatMap(Translation::replicationFaults).toList();
  }

  private static Stream<ReplicationFault> replicationFaults(DBInstance instance) {
    return instance.statusInfos().stream()
        .filter(info -> "read replication".equals(info.statusType()))
        .filter(
            info ->
                Boolean.FALSE.equals(info.normal())
                    || NOT_REPLICATING.contains(text(info.status())))
        .map(
            info ->
                new ReplicationFault(
                    instance.dbInstanceIdentifier(), text(info.status()), text(info.message())));
  }

  private static List<InstanceCondition> conditions(List<DBInstance> instances) {
    return instances.stream()
        .map(
            instance -> {
              var certificate = instance.certificateDetails();
              return new InstanceCondition(
                  instance.dbInstanceIdentifier(),
                  text(instance.dbInstanceStatus()),
                  certificate == null ? "" : text(certificate.caIdentifier()),
                  certificate == null ? null : certificate.validTill());
            })
        .toList();
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }
}
