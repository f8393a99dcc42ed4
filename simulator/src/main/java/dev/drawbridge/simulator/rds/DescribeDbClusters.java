package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;

/** Lists clusters, with the writer that the API knows of. */
record DescribeDbClusters(RdsState state, Views views)
    implements Operation<DescribeDbClustersRequest, DescribeDbClustersResponse> {
  private static final Filters<DbCluster> FILTERS =
      DatabaseFilters.<DbCluster>none()
          .onAny("db-cluster-id", c -> List.of(c.id().name(), c.id().arn("cluster")))
          .on("db-cluster-resource-id", DbCluster::resourceId)
          .on("engine", c -> c.shape().engine().id());

  @Override
  public DescribeDbClustersResponse handle(DescribeDbClustersRequest request, Caller caller) {
    String name = request.dbClusterIdentifier();
    List<DbCluster> asked =
        name == null
            ? Lookup.own(caller, state.clusters(), DbCluster::id).stream()
                .filter(state::listed)
                .toList()
            : List.of(state.listedCluster(Lookup.id(caller, name)));
    Page<DbCluster> page =
        Pages.of(
            FILTERS.apply(asked, DatabaseFilters.read(request.filters())),
            request.marker(),
            request.maxRecords());
    return DescribeDbClustersResponse.builder()
        .dbClusters(page.shapes(views::cluster))
        .marker(page.next())
        .build();
  }
}
