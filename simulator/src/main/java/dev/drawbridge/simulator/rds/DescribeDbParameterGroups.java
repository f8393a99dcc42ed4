package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;
import software.amazon.awssdk.services.rds.model.DescribeDbParameterGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbParameterGroupsResponse;

/** Lists DB parameter groups. */
record DescribeDbParameterGroups(RdsState state)
    implements Operation<DescribeDbParameterGroupsRequest, DescribeDbParameterGroupsResponse> {

  @Override
  public DescribeDbParameterGroupsResponse handle(
      DescribeDbParameterGroupsRequest request, Caller caller) {
    String name = request.dbParameterGroupName();
    List<ParameterGroup> asked =
        name == null
            ? Lookup.own(caller, state.parameterGroups(false), ParameterGroup::id)
            : List.of(state.parameterGroup(Lookup.id(caller, name), false));
    Page<ParameterGroup> page = Pages.of(asked, request.marker(), request.maxRecords());
    return DescribeDbParameterGroupsResponse.builder()
        .dbParameterGroups(page.shapes(DescribeDbParameterGroups::view))
        .marker(page.next())
        .build();
  }

  private static DBParameterGroup view(ParameterGroup group) {
    return DBParameterGroup.builder()
        .dbParameterGroupName(group.id().name())
        .dbParameterGroupArn(group.id().arn("pg"))
        .dbParameterGroupFamily(group.engine().family())
        .description("Parameters of " + group.id().name())
        .build();
  }
}
