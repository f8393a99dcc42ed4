package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationStateCode;

record DescribeRouteTables(Ec2State state)
    implements Operation<DescribeRouteTablesRequest, DescribeRouteTablesResponse> {
  @Override
  public DescribeRouteTablesResponse handle(DescribeRouteTablesRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Filters<RouteTableRecord> filters =
        ResourceFilters.<RouteTableRecord>over(state.tags)
            .on("route-table-id", RouteTableRecord::id)
            .on("vpc-id", RouteTableRecord::vpcId)
            .on("owner-id", table -> table.owner().account())
            .on("association.main", table -> String.valueOf(table.main()))
            .onAny("association.subnet-id", RouteTableRecord::subnetIds)
            .onAny(
                "route.gateway-id", table -> routes(table).stream().map(Route::gatewayId).toList())
            .onAny(
                "route.destination-cidr-block",
                table -> routes(table).stream().map(Route::destinationCidrBlock).toList());
    Page<RouteTableRecord> page =
        Pages.of(
            filters.apply(
                state.routeTables.of(caller, request.routeTableIds()),
                ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeRouteTablesResponse.builder()
        .routeTables(page.shapes(this::shape))
        .nextToken(page.next())
        .build();
  }

  private RouteTable shape(RouteTableRecord table) {
    return RouteTable.builder()
        .routeTableId(table.id())
        .vpcId(table.vpcId())
        .ownerId(table.owner().account())
        .associations(associations(table))
        .routes(routes(table))
        .tags(state.tags.shapes(table.id()))
        .build();
  }

  private List<Route> routes(RouteTableRecord table) {
    List<Route> routes = new ArrayList<>();
    state.vpcs.find(table.vpcId()).stream()
        .flatMap(vpc -> vpc.cidrs().stream())
        .forEach(cidr -> routes.add(route(cidr, "local", "CreateRouteTable")));
    if (table.internetGatewayId() != null) {
      routes.add(route("0.0.0.0/0", table.internetGatewayId(), "CreateRoute"));
    }
    return routes;
  }

  private static Route route(String cidr, String gatewayId, String origin) {
    return Route.builder()
        .destinationCidrBlock(cidr)
        .gatewayId(gatewayId)
        .origin(origin)
        .state("active")
        .build();
  }

  private static List<RouteTableAssociation> associations(RouteTableRecord table) {
    if (table.main()) {
      return List.of(association(table).main(true).build());
    }
    return table.subnetIds().stream()
        .map(subnetId -> association(table).main(false).subnetId(subnetId).build())
        .toList();
  }

  private static RouteTableAssociation.Builder association(RouteTableRecord table) {
    return RouteTableAssociation.builder()
        .routeTableId(table.id())
        .routeTableAssociationId(table.id().replace("rtb-", "rtbassoc-"))
        .associationState(state -> state.state(RouteTableAssociationStateCode.ASSOCIATED));
  }
}
