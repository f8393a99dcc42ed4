package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParametersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParametersResponse;
import software.amazon.awssdk.services.rds.model.Parameter;

/**
 * Lists the parameters of a DB cluster parameter group, those left at the engine's default
 * included.
 */
record DescribeDbClusterParameters(RdsState state)
    implements Operation<DescribeDbClusterParametersRequest, DescribeDbClusterParametersResponse> {

  @Override
  public DescribeDbClusterParametersResponse handle(
      DescribeDbClusterParametersRequest request, Caller caller) {
    ParameterGroup group =
        state.parameterGroup(Lookup.id(caller, request.dbClusterParameterGroupName()), true);
    String source = request.source();
    List<Parameter> wanted =
        Parameters.of(group).stream()
            .filter(p -> source == null || source.equals(p.source()))
            .toList();
    Page<Parameter> page = Pages.of(wanted, request.marker(), request.maxRecords());
    return DescribeDbClusterParametersResponse.builder()
        .parameters(page.rows())
        .marker(page.next())
        .build();
  }
}
