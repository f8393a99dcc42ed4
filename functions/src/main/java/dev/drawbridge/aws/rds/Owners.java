package dev.drawbridge.aws.rds;

import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Which database another is a part of. */
final class Owners {
  private static final String CLUSTER = ":cluster:";
  private static final String INSTANCE = ":db:";

  private Owners() {}

  /** The cluster of a member, or the source of a replica, by ARN. */
  static Optional<String> of(DBInstance instance) {
    String prefix = before(instance.dbInstanceArn(), INSTANCE);
    return within(instance)
        .or(() -> arn(prefix + CLUSTER, instance.readReplicaSourceDBClusterIdentifier()));
  }

  /** The same without the cluster that an instance replicates, whose targets it is none of. */
  static Optional<String> within(DBInstance instance) {
    String prefix = before(instance.dbInstanceArn(), INSTANCE);
    return arn(prefix + CLUSTER, instance.dbClusterIdentifier())
        .or(() -> arn(prefix + INSTANCE, instance.readReplicaSourceDBInstanceIdentifier()));
  }

  /** The source of a cluster that replicates another cluster or an instance: by ARN always. */
  static Optional<String> of(DBCluster cluster) {
    return arn(
        before(cluster.dbClusterArn(), CLUSTER) + CLUSTER, cluster.replicationSourceIdentifier());
  }

  private static Optional<String> arn(
      String prefix, @org.jspecify.annotations.Nullable String identifierOrArn) {
    return Optional.ofNullable(identifierOrArn)
        .filter(text -> !text.isEmpty())
        .map(text -> text.startsWith("arn:") ? text : prefix + text);
  }

  private static String before(String arn, String kind) {
    return arn.substring(0, arn.indexOf(kind));
  }
}
