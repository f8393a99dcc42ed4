package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DescribeDbParametersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbParametersResponse;
import software.amazon.awssdk.services.rds.model.Parameter;

/** Lists the parameters of a DB parameter group, those left at the engine's default included. */
record DescribeDbParameters(RdsState state)
    implements Operation<DescribeDbParametersRequest, DescribeDbParametersResponse> {

  @Override
  public DescribeDbParametersResponse handle(DescribeDbParametersRequest request, Caller caller) {
    ParameterGroup group =
        state.parameterGroup(Lookup.id(caller, request.dbParameterGroupName()), false);
    String source = request.source();
    List<Parameter> wanted =
        Parameters.of(group).stream()
            .filter(p -> source == null || source.equals(p.source()))
            .toList();
    Page<Parameter> page = Pages.of(wanted, request.marker(), request.maxRecords());
    return DescribeDbParametersResponse.builder()
        .parameters(page.rows())
        .marker(page.next())
        .build();
  }
}
