package dev.drawbridge.plan;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.EndpointService;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which endpoint service is ours. Services have no names, so tags decide. */
public final class ServiceChoice {
  private ServiceChoice() {}

  /**
   * Whether a service is a database's: by its tags alone it is not, for whoever may tag can copy
   * them; it stands on the load balancer of the database too, or is the one on record.
   *
   * @param recorded ids of its services that are on our own record
   */
  public static boolean isOwn(
      Candidate candidate, String databaseArn, Collection<String> recorded) {
    EndpointService service = candidate.service();
    String name = Names.loadBalancer(databaseArn);
    return Ownership.owns(candidate.tags(), databaseArn)
        && (recorded.contains(service.serviceId())
            || service.loadBalancerArns().stream().anyMatch(arn -> Names.named(arn, name)));
  }

  /** The ids of those that are a database's: see {@link #isOwn}. */
  public static List<String> own(
      List<Candidate> all, String databaseArn, Collection<String> recorded) {
    return all.stream()
        .filter(candidate -> isOwn(candidate, databaseArn, recorded))
        .map(candidate -> candidate.service().serviceId())
        .toList();
  }

  /** Those on record that are there and do not bear our tags any more: nothing may change them. */
  public static List<String> untagged(
      List<Candidate> all, String databaseArn, Collection<String> recorded) {
    return all.stream()
        .filter(candidate -> !Ownership.owns(candidate.tags(), databaseArn))
        .map(candidate -> candidate.service().serviceId())
        .filter(recorded::contains)
        .toList();
  }

  /** A service and its tags. */
  public record Candidate(EndpointService service, Map<String, String> tags) {}

  /**
   * The service of {@code databaseArn} on {@code loadBalancerArn}. One that bears our tags alone is
   * passed over: whoever may tag can copy them.
   *
   * @param recorded ids of the database's services that are on our own record
   * @throws Conflict if the load balancer serves a service that is not ours, if our service stands
   *     on another load balancer, or if it accepts endpoints without us
   */
  public static Optional<EndpointService> ours(
      List<Candidate> all,
      String databaseArn,
      String loadBalancerArn,
      Collection<String> recorded) {
    for (Candidate candidate : all) {
      EndpointService service = candidate.service();
      boolean onOurs = service.loadBalancerArns().contains(loadBalancerArn);
      boolean owned =
          Ownership.owns(candidate.tags(), databaseArn)
              && (onOurs || recorded.contains(service.serviceId()));
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
