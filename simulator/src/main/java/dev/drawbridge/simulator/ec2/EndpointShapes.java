package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.ConnectionNotification;
import software.amazon.awssdk.services.ec2.model.ConnectionNotificationType;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.ServiceTypeDetail;
import software.amazon.awssdk.services.ec2.model.SupportedRegionDetail;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;

/** Endpoint services and endpoints in the API's shapes. */
record EndpointShapes(Ec2State state) {
  /** AWS's own hosted zone for endpoint names; any constant serves. */
  private static final String HOSTED_ZONE = "Z1HUB23UULQXV";

  ServiceConfiguration service(EndpointService service) {
    PrivateName name = state.privateNames.get(service.id());
    return ServiceConfiguration.builder()
        .privateDnsName(name == null ? null : name.name())
        .privateDnsNameConfiguration(name == null ? null : name.shape())
        .serviceId(service.id())
        .serviceName(service.name())
        .serviceType(type())
        .serviceState(state.serviceStates.getOrDefault(service.id(), "Available"))
        .acceptanceRequired(service.acceptanceRequired())
        .managesVpcEndpoints(false)
        .availabilityZones(zoneNames(service, service.owner()))
        .availabilityZoneIds(service.zoneIds())
        .networkLoadBalancerArns(service.loadBalancerArns())
        .supportedIpAddressTypesWithStrings("ipv4")
        .supportedRegions(
            service.supportedRegions().stream().map(EndpointShapes::supported).toList())
        .baseEndpointDnsNames(service.domain())
        .payerResponsibility("ServiceOwner")
        .tags(state.tags.shapes(service.id()))
        .build();
  }

  ServiceDetail detail(EndpointService service, Caller consumer) {
    PrivateName name = state.privateNames.get(service.id());
    return ServiceDetail.builder()
        .privateDnsName(name == null || !name.verified() ? null : name.name())
        .privateDnsNameVerificationState(name == null ? null : name.state())
        .serviceId(service.id())
        .serviceName(service.name())
        .serviceType(type())
        .serviceRegion(service.owner().region())
        .owner(service.owner().account())
        .acceptanceRequired(service.acceptanceRequired())
        .managesVpcEndpoints(false)
        .vpcEndpointPolicySupported(false)
        .availabilityZones(zoneNames(service, consumer))
        .availabilityZoneIds(service.zoneIds())
        .baseEndpointDnsNames(service.domain())
        .supportedIpAddressTypesWithStrings("ipv4")
        .tags(state.tags.shapes(service.id()))
        .build();
  }

  VpcEndpoint endpoint(Endpoint endpoint) {
    return VpcEndpoint.builder()
        .vpcEndpointId(endpoint.id())
        .vpcEndpointType("Interface")
        .vpcId(endpoint.vpcId())
        .ownerId(endpoint.owner().account())
        .serviceName(endpoint.service().name())
        .serviceRegion(endpoint.service().owner().region())
        .state(endpoint.state().wire())
        .subnetIds(endpoint.subnetIds())
        .networkInterfaceIds(endpoint.interfaceIds())
        .groups(endpoint.groups().stream().map(this::group).toList())
        .ipAddressType("ipv4")
        .privateDnsEnabled(false)
        .requesterManaged(false)
        .dnsEntries(names(endpoint))
        .creationTimestamp(endpoint.created())
        .tags(state.tags.shapes(endpoint.id()))
        .build();
  }

  VpcEndpointConnection connection(Endpoint endpoint) {
    return VpcEndpointConnection.builder()
        .serviceId(endpoint.service().id())
        .vpcEndpointId(endpoint.id())
        .vpcEndpointConnectionId(endpoint.connectionId())
        .vpcEndpointOwner(endpoint.owner().account())
        .vpcEndpointRegion(endpoint.owner().region())
        .vpcEndpointState(endpoint.state().wire())
        .creationTimestamp(endpoint.created())
        .ipAddressType("ipv4")
        .dnsEntries(names(endpoint))
        .networkLoadBalancerArns(
            state
                .services
                .find(endpoint.service().id())
                .map(EndpointService::loadBalancerArns)
                .orElse(List.of()))
        .build();
  }

  ConnectionNotification notification(ConnectionNotificationRecord notification) {
    return ConnectionNotification.builder()
        .connectionNotificationId(notification.id())
        .serviceId(notification.serviceId())
        .connectionNotificationType(ConnectionNotificationType.TOPIC)
        .connectionNotificationArn(notification.topicArn())
        .connectionEvents(notification.events())
        .connectionNotificationState(notification.shownState())
        .build();
  }

  private SecurityGroupIdentifier group(String id) {
    return SecurityGroupIdentifier.builder()
        .groupId(id)
        .groupName(state.groups.find(id).map(SecurityGroupRecord::name).orElse(""))
        .build();
  }

  private List<DnsEntry> names(Endpoint endpoint) {
    List<DnsEntry> names = new ArrayList<>();
    names.add(name(endpoint.regionalName()));
    if (endpoint.inRegionOfService()) {
      new Endpoints(state)
          .interfaces(endpoint)
          .forEach(each -> names.add(name(endpoint.zonalName(each.subnet().zone().name()))));
    }
    return names;
  }

  private static DnsEntry name(String name) {
    return DnsEntry.builder().dnsName(name).hostedZoneId(HOSTED_ZONE).build();
  }

  private List<String> zoneNames(EndpointService service, Caller reader) {
    return service.zoneIds().stream().map(id -> state.zones.nameOf(reader, id)).toList();
  }

  private static ServiceTypeDetail type() {
    return ServiceTypeDetail.builder().serviceType("Interface").build();
  }

  private static SupportedRegionDetail supported(String region) {
    return SupportedRegionDetail.builder().region(region).serviceState("Available").build();
  }
}
