package dev.drawbridge.model;

import java.util.List;

/**
 * The provider's endpoint service of one database.
 *
 * @param serviceId {@code vpce-svc-...}
 * @param serviceName what a consumer asks for
 * @param state {@code Available} when endpoints can be made
 * @param availabilityZones names, which differ from account to account
 * @param availabilityZoneIds the same in every account; what a consumer has to compare
 */
public record EndpointService(
    String serviceId,
    String serviceName,
    String state,
    boolean acceptanceRequired,
    List<String> loadBalancerArns,
    List<String> availabilityZones,
    List<String> availabilityZoneIds) {

  public EndpointService {
    loadBalancerArns = List.copyOf(loadBalancerArns);
    availabilityZones = List.copyOf(availabilityZones);
    availabilityZoneIds = List.copyOf(availabilityZoneIds);
  }
}
