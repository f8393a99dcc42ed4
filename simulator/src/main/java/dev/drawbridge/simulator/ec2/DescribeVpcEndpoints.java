package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;

record DescribeVpcEndpoints(Ec2State state)
    implements Operation<DescribeVpcEndpointsRequest, DescribeVpcEndpointsResponse> {
  @Override
  public DescribeVpcEndpointsResponse handle(DescribeVpcEndpointsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Filters<Endpoint> filters =
        ResourceFilters.<Endpoint>over(state.tags)
            .on("vpc-endpoint-id", Endpoint::id)
            .on("vpc-endpoint-state", endpoint -> endpoint.state().wire())
            .on("vpc-endpoint-type", endpoint -> "Interface")
            .on("vpc-id", Endpoint::vpcId)
            .on("service-name", endpoint -> endpoint.service().name())
            .on("service-region", endpoint -> endpoint.service().owner().region())
            .on("ip-address-type", endpoint -> "ipv4");
    Page<Endpoint> page =
        Pages.of(
            filters.apply(
                state.endpoints.of(caller, request.vpcEndpointIds()),
                ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeVpcEndpointsResponse.builder()
        .vpcEndpoints(page.shapes(new EndpointShapes(state)::endpoint))
        .nextToken(page.next())
        .build();
  }
}
