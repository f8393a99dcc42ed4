package dev.drawbridge.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The provider's endpoint service of one database.
 *
 * @param serviceId {@code vpce-svc-...}
 * @param serviceName what a consumer asks for
 * @param state {@code Available} when endpoints can be made
 * @param availabilityZones names, which differ from account to account
 * @param availabilityZoneIds the same in every account; what a consumer of this region has to
 *     compare
 * @param supportedRegions the regions besides its own whose consumers may connect; empty in the
 *     state of runs that older releases started
 * @param privateDns null if it has no name of its own
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EndpointService(
    String serviceId,
    String serviceName,
    String state,
    boolean acceptanceRequired,
    List<String> loadBalancerArns,
    List<String> availabilityZones,
    List<String> availabilityZoneIds,
    List<String> supportedRegions,
    @Nullable PrivateDnsName privateDns) {

  public EndpointService {
    loadBalancerArns = List.copyOf(loadBalancerArns);
    availabilityZones = List.copyOf(availabilityZones);
    availabilityZoneIds = List.copyOf(availabilityZoneIds);
    supportedRegions = supportedRegions == null ? List.of() : List.copyOf(supportedRegions);
  }
}
