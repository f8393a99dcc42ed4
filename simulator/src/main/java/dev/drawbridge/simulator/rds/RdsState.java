package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.CertificateDetails;

/** Every record of RDS. It is replaced here and nowhere else. */
final class RdsState {
  static final String IN_SYNC = "in-sync";
  static final String PENDING_REBOOT = "pending-reboot";

  private final Map<DbId, DbCluster> clusters = new LinkedHashMap<>();
  private final Map<DbId, DbInstance> instances = new LinkedHashMap<>();
  private final Map<DbId, SubnetGroup> subnetGroups = new LinkedHashMap<>();
  private final Map<DbId, ParameterGroup> groups = new LinkedHashMap<>();
  private final Map<DbId, ParameterGroup> clusterGroups = new LinkedHashMap<>();

  /** Resource ids of clusters that are secondaries of a global database. */
  private final Set<String> secondaries = new HashSet<>();

  /** Resource ids of clusters and instances that no answer of the API shows. */
  private final Set<String> unlisted = new HashSet<>();

  /**
   * Of instances that run without what is in their parameter group, by resource id: what the API
   * says of it.
   */
  private final Map<String, String> unapplied = new HashMap<>();

  /** The same of the cluster's group in its members. */
  private final Map<String, String> unappliedOfCluster = new HashMap<>();

  /** What is wrong with the replication of a replica, by its resource id. */
  private final Map<String, ReplicationError> replicationErrors = new HashMap<>();

  /** Of instances, by resource id; others show none. */
  private final Map<String, CertificateDetails> certificates = new HashMap<>();

  Collection<DbCluster> clusters() {
    return List.copyOf(clusters.values());
  }

  Collection<DbInstance> instances() {
    return List.copyOf(instances.values());
  }

  Collection<SubnetGroup> subnetGroups() {
    return List.copyOf(subnetGroups.values());
  }

  Collection<ParameterGroup> parameterGroups(boolean ofCluster) {
    return List.copyOf((ofCluster ? clusterGroups : groups).values());
  }

  void put(DbCluster cluster) {
    clusters.put(cluster.id(), cluster);
  }

  void put(DbInstance instance) {
    instances.put(instance.id(), instance);
  }

  void put(SubnetGroup group) {
    subnetGroups.put(group.id(), group);
  }

  void put(ParameterGroup group) {
    (group.ofCluster() ? clusterGroups : groups).put(group.id(), group);
  }

  void applyStatus(DbInstance instance, boolean ofCluster, String status) {
    (ofCluster ? unappliedOfCluster : unapplied).put(instance.resourceId(), status);
  }

  /** A start of its server is what a group that is pending waits for. */
  void rebooted(DbInstance instance) {
    unapplied.remove(instance.resourceId(), PENDING_REBOOT);
    unappliedOfCluster.remove(instance.resourceId(), PENDING_REBOOT);
  }

  String applyStatus(DbInstance instance, boolean ofCluster) {
    return (ofCluster ? unappliedOfCluster : unapplied)
        .getOrDefault(instance.resourceId(), IN_SYNC);
  }

  void replication(DbInstance replica, Optional<ReplicationError> error) {
    replicationErrors.remove(replica.resourceId());
    error.ifPresent(each -> replicationErrors.put(replica.resourceId(), each));
  }

  Optional<ReplicationError> replicationError(DbInstance replica) {
    return Optional.ofNullable(replicationErrors.get(replica.resourceId()));
  }

  void certificate(DbInstance instance, CertificateDetails value) {
    certificates.put(instance.resourceId(), value);
  }

  @Nullable CertificateDetails certificate(DbInstance instance) {
    return certificates.get(instance.resourceId());
  }

  void demote(DbCluster cluster) {
    secondaries.add(cluster.resourceId());
  }

  /** Whether its writer is in another region. */
  boolean secondary(DbCluster cluster) {
    return secondaries.contains(cluster.resourceId());
  }

  void listed(DbCluster cluster, boolean is) {
    if (is) {
      unlisted.remove(cluster.resourceId());
    } else {
      unlisted.add(cluster.resourceId());
    }
  }

  /** Whether the API shows it. */
  boolean listed(DbCluster cluster) {
    return !unlisted.contains(cluster.resourceId());
  }

  void listed(DbInstance instance, boolean is) {
    if (is) {
      unlisted.remove(instance.resourceId());
    } else {
      unlisted.add(instance.resourceId());
    }
  }

  boolean listed(DbInstance instance) {
    return !unlisted.contains(instance.resourceId());
  }

  void remove(DbCluster cluster) {
    clusters.remove(cluster.id());
  }

  void remove(DbInstance instance) {
    instances.remove(instance.id());
  }

  /** Replaces an instance if it is still there. */
  Optional<DbInstance> change(DbId id, UnaryOperator<DbInstance> change) {
    return Optional.ofNullable(instances.computeIfPresent(id, (k, v) -> change.apply(v)));
  }

  /** Replaces a cluster if it is still there. */
  Optional<DbCluster> changeCluster(DbId id, UnaryOperator<DbCluster> change) {
    return Optional.ofNullable(clusters.computeIfPresent(id, (k, v) -> change.apply(v)));
  }

  Optional<DbInstance> findInstance(DbId id) {
    return Optional.ofNullable(instances.get(id));
  }

  Optional<DbCluster> findCluster(DbId id) {
    return Optional.ofNullable(clusters.get(id));
  }

  /** What a cluster is called by now; empty if it is gone. */
  Optional<DbId> called(String resourceId) {
    return clusters.values().stream()
        .filter(cluster -> cluster.resourceId().equals(resourceId))
        .map(DbCluster::id)
        .findFirst();
  }

  Optional<ParameterGroup> findGroup(DbId id, boolean ofCluster) {
    return Optional.ofNullable((ofCluster ? clusterGroups : groups).get(id));
  }

  DbInstance instance(DbId id) {
    return findInstance(id)
        .orElseThrow(
            () ->
                ServiceError.of(
                    404, "DBInstanceNotFound", "DBInstance " + id.name() + " not found."));
  }

  DbCluster cluster(DbId id) {
    return there(id, findCluster(id));
  }

  private static DbCluster there(DbId id, Optional<DbCluster> found) {
    return found.orElseThrow(
        () ->
            ServiceError.of(
                404, "DBClusterNotFoundFault", "DBCluster " + id.name() + " not found."));
  }

  /** One that the API shows. */
  DbCluster listedCluster(DbId id) {
    return there(id, findCluster(id).filter(this::listed));
  }

  SubnetGroup subnetGroup(DbId id) {
    SubnetGroup group = subnetGroups.get(id);
    if (group == null) {
      throw ServiceError.of(
          404, "DBSubnetGroupNotFoundFault", "DB subnet group '" + id.name() + "' does not exist.");
    }
    return group;
  }

  ParameterGroup parameterGroup(DbId id, boolean ofCluster) {
    return findGroup(id, ofCluster)
        .orElseThrow(
            () ->
                ServiceError.of(
                    404,
                    "DBParameterGroupNotFound",
                    "%s not found: %s"
                        .formatted(
                            ofCluster ? "DBClusterParameterGroup" : "DBParameterGroup",
                            id.name())));
  }

  /** The members of a cluster that exist, in their order. */
  List<DbInstance> members(DbCluster cluster) {
    return cluster.members().stream()
        .flatMap(name -> findInstance(cluster.id().named(name)).stream())
        .toList();
  }

  /** The member that accepts writes, whatever the API shows. */
  Optional<DbInstance> writer(DbCluster cluster) {
    return members(cluster).stream().filter(i -> i.serving() && i.writable()).findFirst();
  }
}
