package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The load balancers that endpoint services stand on. */
record ServiceLoadBalancers(Ec2State state, NetworkLoadBalancers loadBalancers) {

  /**
   * Checks that a service may stand on the load balancers, and finds their zones.
   *
   * @param serviceId the service itself when it exists; one load balancer belongs to one service
   *     (AWS, "Create a service powered by AWS PrivateLink")
   * @throws ServiceError InvalidParameter; AWS's code for a load balancer of another service is
   *     UNCONFIRMED
   */
  List<String> zoneIds(Caller caller, List<String> arns, String serviceId) {
    if (arns.isEmpty()) {
      throw ServiceError.client(
          "MissingParameter", "The request must contain the parameter NetworkLoadBalancerArns");
    }
    return arns.stream()
        .flatMap(arn -> zoneIds(caller, arn, serviceId))
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether a listener of one has another TCP idle timeout than it is born with. */
  boolean customIdleTimeout(List<String> arns) {
    return arns.stream()
        .flatMap(arn -> loadBalancers.find(arn).stream())
        .anyMatch(NetworkLoadBalancers.Facts::customIdleTimeout);
  }

  private Stream<String> zoneIds(Caller caller, String arn, String serviceId) {
    Optional<NetworkLoadBalancers.Facts> facts =
        loadBalancers
            .find(arn)
            .filter(found -> found.owner().account().equals(caller.account()))
            .filter(found -> found.owner().region().equals(caller.region()));
    if (facts.isEmpty()) {
      throw invalid("Load balancer %s does not exist".formatted(arn));
    }
    if (!facts.get().active()) {
      throw invalid("Load balancer %s must be in the active state".formatted(arn));
    }
    if (!state
        .services
        .where(other -> !other.id().equals(serviceId) && other.loadBalancerArns().contains(arn))
        .isEmpty()) {
      throw invalid(
          "Load balancer %s is already associated with another VPC endpoint service"
              .formatted(arn));
    }
    return facts.get().zoneIds().stream();
  }

  static ServiceError invalid(String message) {
    return ServiceError.client("InvalidParameter", message);
  }
}
