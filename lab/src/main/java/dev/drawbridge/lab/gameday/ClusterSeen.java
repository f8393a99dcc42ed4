package dev.drawbridge.lab.gameday;

import dev.drawbridge.lab.process.LabException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * A cluster as the RDS API shows it.
 *
 * @param writer the instance that the API calls the writer, if it calls one so
 */
record ClusterSeen(
    String identifier,
    String arn,
    String engine,
    String status,
    String endpoint,
    Optional<String> writer,
    List<String> readers,
    Map<String, String> tags) {
  /** The tag that a cluster must carry before this program fails it over. */
  static final String TAG = "drawbridge:game-day";

  /** The tag's value. */
  static final String ALLOWED = "allowed";

  /**
   * Looks.
   *
   * @throws LabException if there is no such cluster
   */
  static ClusterSeen of(RdsClient rds, String identifier) {
    try {
      return of(
          rds.describeDBClusters(r -> r.dbClusterIdentifier(identifier)).dbClusters().getFirst());
    } catch (DbClusterNotFoundException none) {
      throw new LabException(
          "there is no cluster '%s' in this account and region; give --database one that is there"
              .formatted(identifier),
          none);
    }
  }

  private static ClusterSeen of(DBCluster cluster) {
    return new ClusterSeen(
        cluster.dbClusterIdentifier(),
        cluster.dbClusterArn(),
        cluster.engine(),
        cluster.status(),
        cluster.endpoint(),
        members(cluster, true).stream().findFirst(),
        members(cluster, false),
        cluster.tagList().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
  }

  private static List<String> members(DBCluster cluster, boolean writers) {
    return cluster.dbClusterMembers().stream()
        .filter(member -> member.isClusterWriter() == writers)
        .map(DBClusterMember::dbInstanceIdentifier)
        .toList();
  }

  boolean isAurora() {
    return engine.startsWith("aurora");
  }

  /**
   * Passes if it may be failed over.
   *
   * @throws LabException saying why not
   */
  void requireMeantForIt() {
    whyNot()
        .ifPresent(
            why -> {
              throw new LabException(why);
            });
  }

  /** Why it must not be failed over; empty if it may. */
  Optional<String> whyNot() {
    String value = tags.get(TAG);
    if (!ALLOWED.equals(value)) {
      return Optional.of(
          "cluster %s is not failed over: its tag %s is %s, not %s; give it to clusters that nobody needs, and to no other"
              .formatted(identifier, TAG, value == null ? "missing" : "'" + value + "'", ALLOWED));
    }
    if (readers.isEmpty()) {
      return Optional.of(
          "cluster %s is not failed over: it has no reader that could become its writer; add one"
              .formatted(identifier));
    }
    return status.equals("available")
        ? Optional.empty()
        : Optional.of(
            "cluster %s is not failed over: it is %s; wait until it is available"
                .formatted(identifier, status));
  }
}
