package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsResponse;

/** Lists DB subnet groups. */
record DescribeDbSubnetGroups(RdsState state, Views views)
    implements Operation<DescribeDbSubnetGroupsRequest, DescribeDbSubnetGroupsResponse> {

  @Override
  public DescribeDbSubnetGroupsResponse handle(
      DescribeDbSubnetGroupsRequest request, Caller caller) {
    String name = request.dbSubnetGroupName();
    List<SubnetGroup> asked =
        name == null
            ? Lookup.own(caller, state.subnetGroups(), SubnetGroup::id)
            : List.of(state.subnetGroup(Lookup.id(caller, name)));
    Page<SubnetGroup> page = Pages.of(asked, request.marker(), request.maxRecords());
    return DescribeDbSubnetGroupsResponse.builder()
        .dbSubnetGroups(page.shapes(views::subnetGroup))
        .marker(page.next())
        .build();
  }
}
