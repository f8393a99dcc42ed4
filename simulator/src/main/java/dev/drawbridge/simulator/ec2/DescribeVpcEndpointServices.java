package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesResponse;

/** A consumer sees a service only while one of its principals is allowed. */
record DescribeVpcEndpointServices(Ec2State state)
    implements Operation<DescribeVpcEndpointServicesRequest, DescribeVpcEndpointServicesResponse> {
  @Override
  public DescribeVpcEndpointServicesResponse handle(
      DescribeVpcEndpointServicesRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    List<EndpointService> visible =
        state.services.where(service -> service.belongsTo(caller) || service.allows(caller));
    for (String name : request.serviceNames()) {
      if (visible.stream().noneMatch(service -> service.name().equals(name))) {
        throw CreateVpcEndpoint.unknown(name);
      }
    }
    Filters<EndpointService> filters =
        ResourceFilters.<EndpointService>over(state.tags)
            .on("service-name", EndpointService::name)
            .on("owner", service -> service.owner().account())
            .on("service-region", service -> service.owner().region())
            .on("service-type", service -> "Interface");
    List<EndpointService> rows =
        visible.stream()
            .filter(
                service ->
                    request.serviceNames().isEmpty()
                        || request.serviceNames().contains(service.name()))
            .filter(
                service ->
                    request.serviceRegions().isEmpty()
                        || request.serviceRegions().contains(service.owner().region()))
            .toList();
    Page<EndpointService> page =
        Pages.of(
            filters.apply(rows, ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeVpcEndpointServicesResponse.builder()
        .serviceNames(page.shapes(EndpointService::name))
        .serviceDetails(page.shapes(each -> new EndpointShapes(state).detail(each, caller)))
        .nextToken(page.next())
        .build();
  }
}
