package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.ec2.EndpointService.Principal;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsResponse;

record DescribeVpcEndpointServicePermissions(Ec2State state)
    implements Operation<
        DescribeVpcEndpointServicePermissionsRequest,
        DescribeVpcEndpointServicePermissionsResponse> {
  @Override
  public DescribeVpcEndpointServicePermissionsResponse handle(
      DescribeVpcEndpointServicePermissionsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    EndpointService service = state.services.require(request.serviceId(), caller);
    Filters<PrincipalRow> filters =
        ResourceFilters.<PrincipalRow>over(state.tags)
            .on("principal", row -> row.principal().arn())
            .on("principal-type", row -> row.principal().type());
    List<PrincipalRow> rows =
        service.principals().stream()
            .map(principal -> new PrincipalRow(principal, caller))
            .toList();
    Page<PrincipalRow> page =
        Pages.of(
            filters.apply(rows, ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeVpcEndpointServicePermissionsResponse.builder()
        .allowedPrincipals(page.shapes(row -> shape(service, row)))
        .nextToken(page.next())
        .build();
  }

  private record PrincipalRow(Principal principal, Caller owner) implements Row {
    @Override
    public String id() {
      return principal.permissionId();
    }
  }

  private static AllowedPrincipal shape(EndpointService service, PrincipalRow row) {
    return AllowedPrincipal.builder()
        .serviceId(service.id())
        .servicePermissionId(row.id())
        .principal(row.principal().arn())
        .principalType(row.principal().type())
        .build();
  }
}
