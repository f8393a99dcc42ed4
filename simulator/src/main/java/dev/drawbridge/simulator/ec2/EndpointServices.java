package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** The rules of endpoint services. */
record EndpointServices(Ec2State state) {

  /** Whether a service stands on the load balancer, which then cannot be deleted. */
  boolean standsOn(String loadBalancerArn) {
    return !state
        .services
        .where(service -> service.loadBalancerArns().contains(loadBalancerArn))
        .isEmpty();
  }

  /** The endpoints of the service. */
  List<Endpoint> connections(String serviceId) {
    return state.endpoints.where(endpoint -> endpoint.service().id().equals(serviceId));
  }

  /**
   * Refuses what cannot be done to a service with endpoints.
   *
   * @throws ServiceError ExistingVpcEndpointConnections
   */
  void requireUnconnected(String serviceId) {
    if (connections(serviceId).stream().anyMatch(each -> each.state().connected())) {
      throw ServiceError.client(
          "ExistingVpcEndpointConnections",
          "Service has existing active VPC Endpoint connections!");
    }
  }

  /** Does each, and lists what failed: such calls answer 200 all the same. */
  static List<UnsuccessfulItem> each(List<String> ids, Consumer<String> action) {
    return ids.stream().flatMap(id -> failure(id, action).stream()).toList();
  }

  private static Optional<UnsuccessfulItem> failure(String id, Consumer<String> action) {
    try {
      action.accept(id);
      return Optional.empty();
    } catch (ServiceError error) {
      return Optional.of(
          UnsuccessfulItem.builder()
              .resourceId(id)
              .error(each -> each.code(error.code()).message(error.getMessage()))
              .build());
    }
  }
}
