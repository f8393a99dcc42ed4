package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsResponse;

record DescribeVpcEndpointServiceConfigurations(Ec2State state)
    implements Operation<
        DescribeVpcEndpointServiceConfigurationsRequest,
        DescribeVpcEndpointServiceConfigurationsResponse> {
  @Override
  public DescribeVpcEndpointServiceConfigurationsResponse handle(
      DescribeVpcEndpointServiceConfigurationsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Filters<EndpointService> filters =
        ResourceFilters.<EndpointService>over(state.tags)
            .on("service-id", EndpointService::id)
            .on("service-name", EndpointService::name)
            .on("service-state", service -> "Available")
            .on("supported-ip-address-types", service -> "ipv4");
    Page<EndpointService> page =
        Pages.of(
            filters.apply(
                state.services.of(caller, request.serviceIds()),
                ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeVpcEndpointServiceConfigurationsResponse.builder()
        .serviceConfigurations(page.shapes(new EndpointShapes(state)::service))
        .nextToken(page.next())
        .build();
  }
}
