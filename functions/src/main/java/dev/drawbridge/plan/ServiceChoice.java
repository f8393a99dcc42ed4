package dev.drawbridge.plan;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.EndpointService;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which endpoint service is ours. Services have no names, so tags decide. */
public final class ServiceChoice {
  private ServiceChoice() {}

  /**
   * A service and its tags.
   *
   * @param regions whose consumers it lets in besides those of its own
   */
  public record Candidate(
      EndpointService service, Map<String, String> tags, List<String> regions) {}

  /**
   * The service of {@code databaseArn} on {@code loadBalancerArn}.
   *
   * @throws Conflict if the load balancer serves a service that is not ours, if our service stands
   *     on another load balancer, or if it accepts endpoints without us
   */
  public static Optional<EndpointService> ours(
      List<Candidate> all, String databaseArn, String loadBalancerArn) {
    for (Candidate candidate : all) {
      EndpointService service = candidate.service();
      boolean onOurs = service.loadBalancerArns().contains(loadBalancerArn);
      boolean owned = Ownership.owns(candidate.tags(), databaseArn);
      if (onOurs) {
        Ownership.require(candidate.tags(), databaseArn, "endpoint service " + service.serviceId());
      }
      if (owned && !onOurs) {
        throw new Conflict(
            "endpoint service %s of %s stands on %s, not on %s; offboard its consumers with teardown, then start again"
                .formatted(
                    service.serviceId(), databaseArn, service.loadBalancerArns(), loadBalancerArn));
      }
      if (owned && !service.acceptanceRequired()) {
        throw new Conflict(
            "endpoint service %s accepts every endpoint by itself; switch acceptance on, look at its connections, then start again"
                .formatted(service.serviceId()));
      }
      if (owned) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }
}
