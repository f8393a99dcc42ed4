package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParameterGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParameterGroupsResponse;

/** Lists DB cluster parameter groups. */
record DescribeDbClusterParameterGroups(RdsState state)
    implements Operation<
        DescribeDbClusterParameterGroupsRequest, DescribeDbClusterParameterGroupsResponse> {

  @Override
  public DescribeDbClusterParameterGroupsResponse handle(
      DescribeDbClusterParameterGroupsRequest request, Caller caller) {
    String name = request.dbClusterParameterGroupName();
    List<ParameterGroup> asked =
        name == null
            ? Lookup.own(caller, state.parameterGroups(true), ParameterGroup::id)
            : List.of(state.parameterGroup(Lookup.id(caller, name), true));
    Page<ParameterGroup> page = Pages.of(asked, request.marker(), request.maxRecords());
    return DescribeDbClusterParameterGroupsResponse.builder()
        .dbClusterParameterGroups(page.shapes(DescribeDbClusterParameterGroups::view))
        .marker(page.next())
        .build();
  }

  private static DBClusterParameterGroup view(ParameterGroup group) {
    return DBClusterParameterGroup.builder()
        .dbClusterParameterGroupName(group.id().name())
        .dbClusterParameterGroupArn(group.id().arn("cluster-pg"))
        .dbParameterGroupFamily(group.engine().family())
        .description("Parameters of " + group.id().name())
        .build();
  }
}
