package dev.drawbridge.simulator.rds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.AvailabilityZone;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBInstanceStatusInfo;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Endpoint;
import software.amazon.awssdk.services.rds.model.ServerlessV2ScalingConfigurationInfo;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Records as the API shows them. */
record Views(RdsState state, Names names) {
  private static final String HOSTED_ZONE = "Z1RLNUO7B9Q6NB";
  private static final double MAX_CAPACITY = 16;

  DBCluster cluster(DbCluster c) {
    Shape shape = c.shape();
    boolean multiAzCluster = shape.multiAz();
    return DBCluster.builder()
        .dbClusterIdentifier(c.id().name())
        .dbClusterArn(c.id().arn("cluster"))
        .dbClusterResourceId(c.resourceId())
        .status(c.status())
        .engine(shape.engine().id())
        .engineVersion(shape.engine().version())
        .engineMode("provisioned")
        .endpoint(state.secondary(c) ? null : names.writer(c.id()))
        .readerEndpoint(names.reader(c.id()))
        .port(shape.port())
        .hostedZoneId(HOSTED_ZONE)
        .multiAZ(multiAzCluster || zonesOf(c).size() > 1)
        .dbClusterInstanceClass(multiAzCluster ? shape.instanceClass() : null)
        .publiclyAccessible(multiAzCluster ? shape.publiclyAccessible() : null)
        .availabilityZones(zonesOf(c))
        .dbSubnetGroup(shape.subnetGroup())
        .dbClusterParameterGroup(shape.parameterGroup())
        .vpcSecurityGroups(guards(shape))
        .dbClusterMembers(members(c))
        .masterUsername("admin")
        .storageEncrypted(true)
        .networkType("IPV4")
        .iamDatabaseAuthenticationEnabled(true)
        .serverlessV2ScalingConfiguration(scaling(shape))
        .clusterCreateTime(c.created())
        .tagList(tags(c.tags()))
        .build();
  }

  DBInstance instance(DbInstance i) {
    Shape shape = i.shape();
    // While it is created an instance has no endpoint yet (API model, DBInstance).
    boolean creating = i.status().equals("creating");
    return DBInstance.builder()
        .dbInstanceIdentifier(i.id().name())
        .dbInstanceArn(i.id().arn("db"))
        .dbiResourceId(i.resourceId())
        .dbInstanceStatus(i.status())
        .dbInstanceClass(shape.instanceClass())
        .engine(shape.engine().id())
        .engineVersion(shape.engine().version())
        .endpoint(creating ? null : endpoint(i))
        .dbInstancePort(0)
        .availabilityZone(i.placement().shownZone())
        .secondaryAvailabilityZone(i.placement().shownSecondary().orElse(null))
        .multiAZ(i.placement().standby().isPresent())
        .publiclyAccessible(shape.publiclyAccessible())
        .certificateDetails(state.certificate(i))
        .dbSubnetGroup(subnetGroup(state.subnetGroup(i.id().named(shape.subnetGroup()))))
        .vpcSecurityGroups(guards(shape))
        .dbParameterGroups(
            DBParameterGroupStatus.builder()
                .dbParameterGroupName(shape.parameterGroup())
                .parameterApplyStatus(state.applyStatus(i, false))
                .build())
        .dbClusterIdentifier(i.cluster().orElse(null))
        .promotionTier(i.cluster().isPresent() ? i.promotionTier() : null)
        .readReplicaSourceDBInstanceIdentifier(i.replicaOf().orElse(null))
        .statusInfos(i.replicaOf().map(source -> List.of(replication(i))).orElse(List.of()))
        .readReplicaDBInstanceIdentifiers(replicas(state, i))
        .masterUsername("admin")
        .storageEncrypted(true)
        .networkType("IPV4")
        .iamDatabaseAuthenticationEnabled(true)
        .instanceCreateTime(i.created())
        .tagList(tags(i.tags()))
        .build();
  }

  /** The status of the instance says nothing of it (API model, DBInstanceStatusInfo). */
  private DBInstanceStatusInfo replication(DbInstance replica) {
    Optional<ReplicationError> error = state.replicationError(replica);
    return DBInstanceStatusInfo.builder()
        .statusType("read replication")
        .normal(error.isEmpty())
        .status(error.map(ReplicationError::status).orElse("replicating"))
        .message(error.map(ReplicationError::message).orElse(null))
        .build();
  }

  DBSubnetGroup subnetGroup(SubnetGroup group) {
    return DBSubnetGroup.builder()
        .dbSubnetGroupName(group.id().name())
        .dbSubnetGroupArn(group.id().arn("subgrp"))
        .dbSubnetGroupDescription(group.description())
        .vpcId(group.vpcId())
        .subnetGroupStatus("Complete")
        .supportedNetworkTypes("IPV4")
        .subnets(
            group.subnets().stream()
                .map(
                    s ->
                        Subnet.builder()
                            .subnetIdentifier(s.id())
                            .subnetStatus("Active")
                            .subnetAvailabilityZone(
                                AvailabilityZone.builder().name(s.zone()).build())
                            .build())
                .toList())
        .build();
  }

  static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> Tag.builder().key(e.getKey()).value(e.getValue()).build())
        .toList();
  }

  private static @Nullable ServerlessV2ScalingConfigurationInfo scaling(Shape shape) {
    return shape.minCapacity().isEmpty()
        ? null
        : ServerlessV2ScalingConfigurationInfo.builder()
            .minCapacity(shape.minCapacity().getAsDouble())
            .maxCapacity(MAX_CAPACITY)
            .build();
  }

  private Endpoint endpoint(DbInstance i) {
    return Endpoint.builder()
        .address(names.instance(i.id()))
        .port(i.shape().port())
        .hostedZoneId(HOSTED_ZONE)
        .build();
  }

  private List<DBClusterMember> members(DbCluster c) {
    return state.members(c).stream()
        .map(
            i ->
                DBClusterMember.builder()
                    .dbInstanceIdentifier(i.id().name())
                    .isClusterWriter(c.shownWriter().filter(i.id().name()::equals).isPresent())
                    .dbClusterParameterGroupStatus(state.applyStatus(i, true))
                    .promotionTier(i.promotionTier())
                    .build())
        .toList();
  }

  /** Replicas in the same region by name, in others by ARN. */
  static List<String> replicas(RdsState state, DbInstance source) {
    return state.instances().stream()
        .filter(i -> i.id().account().equals(source.id().account()))
        .filter(
            i ->
                i.replicaOf()
                    .filter(
                        of ->
                            of.equals(source.id().arn("db"))
                                || (of.equals(source.id().name())
                                    && i.id().region().equals(source.id().region())))
                    .isPresent())
        .map(i -> i.id().region().equals(source.id().region()) ? i.id().name() : i.id().arn("db"))
        .toList();
  }

  private List<String> zonesOf(DbCluster c) {
    return state.members(c).stream()
        .map(i -> i.placement().node().subnet().zone())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<VpcSecurityGroupMembership> guards(Shape shape) {
    return shape.securityGroups().stream()
        .map(
            g ->
                VpcSecurityGroupMembership.builder().vpcSecurityGroupId(g).status("active").build())
        .toList();
  }
}
