package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;

/** Lists clusters, with the writer that the API knows of. */
record DescribeDbClusters(RdsState state, Views views)
    implements Operation<DescribeDbClustersRequest, DescribeDbClustersResponse> {
  private static final Filters<DbCluster> FILTERS =
      new Filters<>(
          Map.of(
              "db-cluster-id", c -> Set.of(c.id().name(), c.id().arn("cluster")),
              "db-cluster-resource-id", c -> Set.of(c.resourceId()),
              "engine", c -> Set.of(c.shape().engine().id())));

  @Override
  public DescribeDbClustersResponse handle(DescribeDbClustersRequest request, Caller caller) {
    String name = request.dbClusterIdentifier();
    List<DbCluster> asked =
        name == null
            ? Lookup.own(caller, state.clusters(), DbCluster::id)
            : List.of(state.cluster(Lookup.id(caller, name)));
    Page<DbCluster> page =
        Page.of(FILTERS.apply(asked, request.filters()), request.marker(), request.maxRecords());
    return DescribeDbClustersResponse.builder()
        .dbClusters(page.items().stream().map(views::cluster).toList())
        .marker(page.marker())
        .build();
  }
}
