package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;

/** Lists instances. */
record DescribeDbInstances(RdsState state, Views views)
    implements Operation<DescribeDbInstancesRequest, DescribeDbInstancesResponse> {
  private static final Filters<DbInstance> FILTERS =
      new Filters<>(
          Map.of(
              "db-cluster-id", DescribeDbInstances::cluster,
              "db-instance-id", i -> Set.of(i.id().name(), i.id().arn("db")),
              "dbi-resource-id", i -> Set.of(i.resourceId()),
              "engine", i -> Set.of(i.shape().engine().id())));

  @Override
  public DescribeDbInstancesResponse handle(DescribeDbInstancesRequest request, Caller caller) {
    String name = request.dbInstanceIdentifier();
    List<DbInstance> asked =
        name == null
            ? Lookup.own(caller, state.instances(), DbInstance::id)
            : List.of(state.instance(Lookup.id(caller, name)));
    Page<DbInstance> page =
        Page.of(FILTERS.apply(asked, request.filters()), request.marker(), request.maxRecords());
    return DescribeDbInstancesResponse.builder()
        .dbInstances(page.items().stream().map(views::instance).toList())
        .marker(page.marker())
        .build();
  }

  private static Set<String> cluster(DbInstance instance) {
    return instance
        .cluster()
        .map(c -> Set.of(c, instance.id().named(c).arn("cluster")))
        .orElse(Set.of());
  }
}
