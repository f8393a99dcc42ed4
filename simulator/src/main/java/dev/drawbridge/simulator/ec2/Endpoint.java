package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import java.time.Instant;
import java.util.List;

/**
 * An interface VPC endpoint: the consumer's side of PrivateLink.
 *
 * @param id {@code vpce-} and 17 hexadecimal digits
 * @param owner the consumer
 * @param clientToken the token it was made with, or empty
 * @param connectionId {@code vpce-svc-conn-} and 17 hexadecimal digits
 * @param service the service as it was when the endpoint was made: its id and names never change
 * @param vpcId the consumer's VPC
 * @param subnetIds one subnet a zone
 * @param groups its security groups' ids
 * @param interfaceIds its network interfaces, in the order of the subnets
 * @param state where it stands
 * @param created when it was requested
 */
record Endpoint(
    String id,
    Caller owner,
    String clientToken,
    String connectionId,
    EndpointService service,
    String vpcId,
    List<String> subnetIds,
    List<String> groups,
    List<String> interfaceIds,
    EndpointState state,
    Instant created)
    implements Row {

  Endpoint {
    subnetIds = List.copyOf(subnetIds);
    groups = List.copyOf(groups);
    interfaceIds = List.copyOf(interfaceIds);
  }

  /** One in another region has no zonal names, and its zones need not be the service's. */
  boolean inRegionOfService() {
    return owner.region().equals(service.owner().region());
  }

  /** The name that answers with the addresses of all its interfaces. */
  String regionalName() {
    return "%s.%s".formatted(label(), service.domain());
  }

  /** The name that answers with the address in one zone. */
  String zonalName(String zoneName) {
    return "%s-%s.%s".formatted(label(), zoneName, service.domain());
  }

  private String label() {
    return id + "-" + connectionId.substring(connectionId.length() - 8);
  }

  Endpoint in(EndpointState other) {
    return with(subnetIds, groups, interfaceIds, other);
  }

  Endpoint withGroups(List<String> others) {
    return with(subnetIds, others, interfaceIds, state);
  }

  Endpoint withInterfaces(List<String> subnets, List<String> interfaces) {
    return with(subnets, groups, interfaces, state);
  }

  private Endpoint with(
      List<String> subnets, List<String> otherGroups, List<String> interfaces, EndpointState next) {
    return new Endpoint(
        id,
        owner,
        clientToken,
        connectionId,
        service,
        vpcId,
        subnets,
        otherGroups,
        interfaces,
        next,
        created);
  }
}
