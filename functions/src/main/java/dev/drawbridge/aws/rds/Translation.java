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
  private static final String PENDING_REBOOT = "pending-reboot";

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
            Stream.concat(pendingMembers(cluster), pendingReboot(instances)).distinct().toList()),
        new Topology.Cluster(members));
  }

  static DatabaseFacts instance(DBInstance primary, List<DBInstance> replicas) {
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
            parameterGroups(all), List.of(), pendingReboot(all).toList()),
        new Topology.Instance(
            member(primary, Role.WRITER),
            all.stream().skip(1).map(replica -> member(replica, Role.READER)).toList()));
  }

  /** Members that the cluster names and the list of instances lacks: not gone, but unknown. */
  private static Stream<Member> unseen(DBCluster cluster, List<DBInstance> instances) {
    List<String> seen = instances.stream().map(DBInstance::dbInstanceIdentifier).toList();
    return cluster.dbClusterMembers().stream()
        .filter(member -> !seen.contains(member.dbInstanceIdentifier()))
        .map(
            member ->
                new Member(
                    member.dbInstanceIdentifier(),
                    "",
                    "",
                    cluster.port() == null ? 0 : cluster.port(),
                    writes(member) ? Role.WRITER : Role.READER,
                    Serving.UNDECIDED,
                    ""));
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

  /** RDS user guide, "Working with DB parameter groups": a new association waits for a reboot. */
  private static Stream<String> pendingReboot(List<DBInstance> instances) {
    return instances.stream()
        .filter(
            instance ->
                instance.dbParameterGroups().stream()
                    .anyMatch(group -> PENDING_REBOOT.equals(group.parameterApplyStatus())))
        .map(DBInstance::dbInstanceIdentifier);
  }

  private static Stream<String> pendingMembers(DBCluster cluster) {
    return cluster.dbClusterMembers().stream()
        .filter(member -> PENDING_REBOOT.equals(member.dbClusterParameterGroupStatus()))
        .map(DBClusterMember::dbInstanceIdentifier);
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
