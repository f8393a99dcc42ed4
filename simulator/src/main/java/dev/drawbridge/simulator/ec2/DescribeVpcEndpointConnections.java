package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsResponse;

record DescribeVpcEndpointConnections(Ec2State state)
    implements Operation<
        DescribeVpcEndpointConnectionsRequest, DescribeVpcEndpointConnectionsResponse> {
  @Override
  public DescribeVpcEndpointConnectionsResponse handle(
      DescribeVpcEndpointConnectionsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Filters<Endpoint> filters =
        ResourceFilters.<Endpoint>over(state.tags)
            .on("service-id", endpoint -> endpoint.service().id())
            .on("vpc-endpoint-id", Endpoint::id)
            .on("vpc-endpoint-owner", endpoint -> endpoint.owner().account())
            .on("vpc-endpoint-region", endpoint -> endpoint.owner().region())
            .on("vpc-endpoint-state", endpoint -> endpoint.state().wire())
            .on("ip-address-type", endpoint -> "ipv4");
    List<Endpoint> rows =
        state.services.of(caller).stream()
            .flatMap(service -> new EndpointServices(state).connections(service.id()).stream())
            .toList();
    Page<Endpoint> page =
        Pages.of(
            filters.apply(rows, ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeVpcEndpointConnectionsResponse.builder()
        .vpcEndpointConnections(page.shapes(new EndpointShapes(state)::connection))
        .nextToken(page.next())
        .build();
  }
}
