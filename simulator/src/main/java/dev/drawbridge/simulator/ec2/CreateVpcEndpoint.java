package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointResponse;

/** Interface endpoints to endpoint services; AWS's own services are not modelled. */
record CreateVpcEndpoint(Ec2State state)
    implements Operation<CreateVpcEndpointRequest, CreateVpcEndpointResponse> {
  @Override
  public CreateVpcEndpointResponse handle(CreateVpcEndpointRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    String token = Optional.ofNullable(request.clientToken()).orElse("");
    Optional<Endpoint> earlier =
        state
            .endpoints
            .where(
                each ->
                    !token.isEmpty() && each.belongsTo(caller) && each.clientToken().equals(token))
            .stream()
            .findFirst();
    earlier.ifPresent(each -> state.tokens.check(each.id(), request));
    Endpoint endpoint = earlier.orElseGet(() -> create(request, caller, token));
    return CreateVpcEndpointResponse.builder()
        .vpcEndpoint(new EndpointShapes(state).endpoint(endpoint))
        .clientToken(token.isEmpty() ? null : token)
        .build();
  }

  /** What AWS answers for a service that does not exist or does not allow the caller. */
  static ServiceError unknown(String serviceName) {
    return ServiceError.client(
        "InvalidServiceName",
        "The Vpc Endpoint Service '%s' does not exist".formatted(serviceName));
  }

  private Endpoint create(CreateVpcEndpointRequest request, Caller caller, String token) {
    if (!"Interface".equals(request.vpcEndpointTypeAsString())) {
      throw ServiceError.client(
          "InvalidParameter",
          "Endpoint type (Gateway) does not match available service types ([Interface]).");
    }
    if (request.serviceName() == null) {
      throw ServiceError.client(
          "MissingParameter", "The request must contain the parameter ServiceName");
    }
    VpcRecord vpc = state.vpcs.require(request.vpcId(), caller);
    EndpointService service =
        state
            .services
            .where(each -> each.name().equals(request.serviceName()) && each.allows(caller))
            .stream()
            .findFirst()
            .orElseThrow(() -> unknown(request.serviceName()));
    if (!service.owner().region().equals(serviceRegion(request, caller))) {
      throw unknown(request.serviceName());
    }
    EndpointPlaces places = new EndpointPlaces(state);
    places.checkPrivateDns(service, request.privateDnsEnabled());
    List<SubnetRecord> subnets = places.subnets(vpc, service, List.of(), request.subnetIds());
    checkQuota(vpc);
    Endpoint endpoint =
        new Endpoint(
            state.ids.next("vpce"),
            caller,
            token,
            state.ids.next("vpce-svc-conn"),
            service,
            vpc.id(),
            List.of(),
            places.groups(vpc, request.securityGroupIds()),
            List.of(),
            EndpointState.PENDING_ACCEPTANCE,
            state.scheduler.now());
    state.tokens.keep(endpoint.id(), request);
    state.tags.put(endpoint.id(), request.tagSpecifications());
    new Endpoints(state).request(endpoint, subnets);
    return state.endpoints.find(endpoint.id()).orElseThrow();
  }

  /** "The default is the current Region" (CreateVpcEndpoint, EC2 API). */
  private static String serviceRegion(CreateVpcEndpointRequest request, Caller caller) {
    return Optional.ofNullable(request.serviceRegion()).orElse(caller.region());
  }

  private void checkQuota(VpcRecord vpc) {
    int present =
        state
            .endpoints
            .where(each -> each.vpcId().equals(vpc.id()) && each.state() != EndpointState.DELETED)
            .size();
    if (present >= state.settings.quotas().endpointsPerVpc()) {
      throw ServiceError.client(
          "VpcEndpointLimitExceeded", "The maximum number of VPC endpoints has been reached.");
    }
  }
}
