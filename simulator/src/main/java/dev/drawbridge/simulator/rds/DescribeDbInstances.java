package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;

/** Lists instances. */
record DescribeDbInstances(RdsState state, Views views)
    implements Operation<DescribeDbInstancesRequest, DescribeDbInstancesResponse> {
  private static final Filters<DbInstance> FILTERS =
      DatabaseFilters.<DbInstance>none()
          .onAny("db-cluster-id", DescribeDbInstances::cluster)
          .onAny("db-instance-id", i -> List.of(i.id().name(), i.id().arn("db")))
          .on("dbi-resource-id", DbInstance::resourceId)
          .on("engine", i -> i.shape().engine().id());

  @Override
  public DescribeDbInstancesResponse handle(DescribeDbInstancesRequest request, Caller caller) {
    String name = request.dbInstanceIdentifier();
    List<DbInstance> asked =
        name == null
            ? Lookup.own(caller, state.instances(), DbInstance::id).stream()
                .filter(state::listed)
                .toList()
            : List.of(state.instance(Lookup.id(caller, name)));
    Page<DbInstance> page =
        Pages.of(
            FILTERS.apply(asked, DatabaseFilters.read(request.filters())),
            request.marker(),
            request.maxRecords());
    return DescribeDbInstancesResponse.builder()
        .dbInstances(page.shapes(views::instance))
        .marker(page.next())
        .build();
  }

  private static Collection<String> cluster(DbInstance instance) {
    return instance
        .cluster()
        .map(c -> List.of(c, instance.id().named(c).arn("cluster")))
        .orElseGet(List::of);
  }
}
