package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks where an endpoint may have its interfaces. */
record EndpointPlaces(Ec2State state) {

  /**
   * The subnets, one a zone and, in the service's region, only in zones of the service (AWS,
   * "Create an endpoint service").
   *
   * @param present the subnets that the endpoint is in already
   */
  List<SubnetRecord> subnets(
      VpcRecord vpc, EndpointService service, List<String> present, List<String> ids) {
    Set<String> zoneIds = new HashSet<>();
    present.forEach(id -> state.subnets.find(id).ifPresent(each -> zoneIds.add(each.zone().id())));
    List<SubnetRecord> subnets = new ArrayList<>();
    for (String id : ids) {
      SubnetRecord subnet = state.subnets.require(id, vpc.owner());
      if (!subnet.vpcId().equals(vpc.id())) {
        throw state.subnets.missing(id);
      }
      boolean near = vpc.owner().region().equals(service.owner().region());
      if (near && !service.zoneIds().contains(subnet.zone().id())) {
        throw ServiceLoadBalancers.invalid(
            "The VPC endpoint service %s does not support the availability zone of the subnet: %s."
                .formatted(service.name(), id));
      }
      if (!zoneIds.add(subnet.zone().id())) {
        throw ServiceError.client(
            "DuplicateSubnetsInSameZone",
            "Found another VPC endpoint subnet in the availability zone of %s".formatted(id));
      }
      if (!subnet.hasIpv4()) {
        // UNCONFIRMED: AWS's code and wording for an endpoint with IPv4 addresses, as ours all are.
        throw ServiceLoadBalancers.invalid(
            "The subnet %s does not support IP address type ipv4.".formatted(id));
      }
      subnets.add(subnet);
    }
    return subnets;
  }

  /**
   * Refuses the private name of a service that has none which is verified.
   *
   * @throws ServiceError InvalidParameter
   */
  void checkPrivateDns(EndpointService service, @Nullable Boolean wanted) {
    PrivateName name = state.privateNames.get(service.id());
    if (Boolean.TRUE.equals(wanted) && (name == null || !name.verified())) {
      throw ServiceLoadBalancers.invalid(
          "Private DNS can't be enabled because the service %s does not provide a private DNS name."
              .formatted(service.name()));
    }
  }

  /** The security groups, or the VPC's default one when none is named. */
  List<String> groups(VpcRecord vpc, List<String> ids) {
    if (ids.size() > state.settings.quotas().groupsPerInterface()) {
      throw ServiceError.client(
          "SecurityGroupsPerInterfaceLimitExceeded",
          "The maximum number of security groups per interface has been reached.");
    }
    for (String id : ids) {
      if (!state.groups.require(id, vpc.owner()).vpcId().equals(vpc.id())) {
        throw ServiceError.client(
            "InvalidGroup.NotFound",
            "The security group '%s' does not exist in VPC '%s'".formatted(id, vpc.id()));
      }
    }
    return ids.isEmpty()
        ? state
            .groups
            .where(each -> each.vpcId().equals(vpc.id()) && each.name().equals("default"))
            .stream()
            .map(SecurityGroupRecord::id)
            .toList()
        : ids;
  }
}
