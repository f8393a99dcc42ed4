package dev.drawbridge.simulator.rds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One Aurora cluster or Multi-AZ DB cluster.
 *
 * @param id its identifier
 * @param resourceId the id that survives renaming, {@code cluster-...}
 * @param shape what it was made as
 * @param status as the API shows it
 * @param members the names of its instances
 * @param shownWriter the member that DescribeDBClusters shows as writer
 * @param namedWriter the member that the cluster endpoint leads to
 * @param tags its tags
 * @param created when it was created
 */
public record DbCluster(
    DbId id,
    String resourceId,
    Shape shape,
    String status,
    List<String> members,
    Optional<String> shownWriter,
    Optional<String> namedWriter,
    Map<String, String> tags,
    Instant created) {
  /** Keeps copies. */
  public DbCluster {
    members = List.copyOf(members);
    tags = Map.copyOf(tags);
  }

  DbCluster id(DbId value) {
    return new DbCluster(
        value, resourceId, shape, status, members, shownWriter, namedWriter, tags, created);
  }

  DbCluster shape(Shape value) {
    return new DbCluster(
        id, resourceId, value, status, members, shownWriter, namedWriter, tags, created);
  }

  /** A copy, which is another cluster. */
  DbCluster copy(DbId value, String otherResourceId, Instant at) {
    return new DbCluster(
        value,
        otherResourceId,
        shape,
        status,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        tags,
        at);
  }

  DbCluster status(String value) {
    return new DbCluster(
        id, resourceId, shape, value, members, shownWriter, namedWriter, tags, created);
  }

  DbCluster members(List<String> value) {
    return new DbCluster(
        id, resourceId, shape, status, value, shownWriter, namedWriter, tags, created);
  }

  DbCluster shownWriter(Optional<String> value) {
    return new DbCluster(id, resourceId, shape, status, members, value, namedWriter, tags, created);
  }

  DbCluster namedWriter(Optional<String> value) {
    return new DbCluster(id, resourceId, shape, status, members, shownWriter, value, tags, created);
  }

  DbCluster tags(Map<String, String> value) {
    return new DbCluster(
        id, resourceId, shape, status, members, shownWriter, namedWriter, value, created);
  }
}
