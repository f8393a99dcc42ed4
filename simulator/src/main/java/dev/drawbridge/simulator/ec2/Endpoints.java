package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord.Kind;
import dev.drawbridge.simulator.network.Cut;
import dev.drawbridge.simulator.network.PrivateLink;
import dev.drawbridge.simulator.network.Traffic.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The life of VPC endpoints: states, interfaces, names, notices. */
record Endpoints(Ec2State state) implements PrivateLink {

  /** Makes the endpoint's interfaces and names, and asks the provider for acceptance. */
  void request(Endpoint endpoint, List<SubnetRecord> subnets) {
    Endpoint made = attach(endpoint, subnets);
    notice(made, "Connect");
    if (made.service().acceptanceRequired()) {
      state.scheduler.after(state.settings.endpoints().acceptanceExpiry(), () -> expire(made.id()));
    } else {
      establish(made);
    }
  }

  /** Gives the endpoint an interface in each subnet. */
  Endpoint attach(Endpoint endpoint, List<SubnetRecord> subnets) {
    List<String> subnetIds = new ArrayList<>(endpoint.subnetIds());
    List<String> interfaceIds = new ArrayList<>(endpoint.interfaceIds());
    NetworkInterfaces interfaces = new NetworkInterfaces(state);
    for (SubnetRecord subnet : subnets) {
      subnetIds.add(subnet.id());
      interfaceIds.add(
          interfaces
              .create(
                  subnet,
                  endpoint.groups(),
                  Kind.VPC_ENDPOINT,
                  "VPC Endpoint Interface " + endpoint.id())
              .id());
    }
    Endpoint attached = state.endpoints.put(endpoint.withInterfaces(subnetIds, interfaceIds));
    publishNames(attached);
    return attached;
  }

  /** Takes the endpoint's interfaces out of the subnets. */
  void detach(Endpoint endpoint, List<String> subnetIds) {
    List<String> keptSubnets = new ArrayList<>();
    List<String> keptInterfaces = new ArrayList<>();
    withdrawNames(endpoint);
    for (NetworkInterfaceRecord each : interfaces(endpoint)) {
      if (subnetIds.contains(each.subnet().id())) {
        new NetworkInterfaces(state).delete(each.id());
      } else {
        keptSubnets.add(each.subnet().id());
        keptInterfaces.add(each.id());
      }
    }
    publishNames(state.endpoints.put(endpoint.withInterfaces(keptSubnets, keptInterfaces)));
  }

  void accept(Endpoint endpoint) {
    notice(endpoint, "Accept");
    establish(endpoint);
  }

  private void establish(Endpoint endpoint) {
    state.endpoints.put(endpoint.in(EndpointState.PENDING));
    state.scheduler.after(
        state.settings.endpoints().pending(),
        () -> move(endpoint.id(), EndpointState.PENDING, EndpointState.AVAILABLE));
  }

  void reject(Endpoint endpoint) {
    state.endpoints.put(endpoint.in(EndpointState.REJECTED));
    notice(endpoint, "Reject");
    cut(endpoint, Cut.ENDPOINT_REJECTED);
  }

  void delete(Endpoint endpoint) {
    state.endpoints.put(endpoint.in(EndpointState.DELETING));
    notice(endpoint, "Delete");
    cut(endpoint, Cut.ENDPOINT_DELETED);
    withdrawNames(endpoint);
    state.scheduler.after(state.settings.endpoints().deleting(), () -> deleted(endpoint.id()));
  }

  private void deleted(String id) {
    state
        .endpoints
        .find(id)
        .ifPresent(
            endpoint -> {
              endpoint.interfaceIds().forEach(new NetworkInterfaces(state)::delete);
              state.endpoints.put(
                  endpoint.withInterfaces(List.of(), List.of()).in(EndpointState.DELETED));
              forgetLater(id);
            });
  }

  private void expire(String id) {
    if (move(id, EndpointState.PENDING_ACCEPTANCE, EndpointState.EXPIRED)) {
      state.endpoints.find(id).ifPresent(this::withdrawNames);
    }
  }

  private void forgetLater(String id) {
    state.scheduler.after(
        state.settings.endpoints().remembered(),
        () -> {
          state.endpoints.remove(id);
          state.tags.removeAll(id);
        });
  }

  private boolean move(String id, EndpointState from, EndpointState to) {
    Optional<Endpoint> endpoint = state.endpoints.find(id).filter(each -> each.state() == from);
    endpoint.ifPresent(each -> state.endpoints.put(each.in(to)));
    return endpoint.isPresent();
  }

  private void cut(Endpoint endpoint, Cut why) {
    state.network.connections().cut(path -> Objects.equals(path.endpointId(), endpoint.id()), why);
  }

  List<NetworkInterfaceRecord> interfaces(Endpoint endpoint) {
    return endpoint.interfaceIds().stream()
        .flatMap(id -> state.interfaces.find(id).stream())
        .toList();
  }

  private void publishNames(Endpoint endpoint) {
    List<NetworkInterfaceRecord> interfaces = interfaces(endpoint);
    state
        .network
        .names()
        .put(
            endpoint.regionalName(),
            interfaces.stream().map(NetworkInterfaceRecord::privateIp).toList());
    if (!endpoint.inRegionOfService()) {
      return;
    }
    for (NetworkInterfaceRecord each : interfaces) {
      state
          .network
          .names()
          .put(endpoint.zonalName(each.subnet().zone().name()), List.of(each.privateIp()));
    }
  }

  private void withdrawNames(Endpoint endpoint) {
    state.network.names().remove(endpoint.regionalName());
    interfaces(endpoint)
        .forEach(
            each -> state.network.names().remove(endpoint.zonalName(each.subnet().zone().name())));
  }

  private void notice(Endpoint endpoint, String event) {
    String message = new ConnectionNotice(endpoint, event, state.scheduler.now()).json();
    for (ConnectionNotificationRecord each :
        state.notifications.where(
            other ->
                other.enabled()
                    && other.serviceId().equals(endpoint.service().id())
                    && other.events().contains(event))) {
      state.scheduler.after(
          state.settings.endpoints().notice(),
          () ->
              state.notices.publish(
                  each.owner().arn("ec2", "vpc-endpoint-service/" + each.serviceId()),
                  each.topicArn(),
                  message));
    }
  }

  @Override
  public Optional<Entrance> entrance(String interfaceId) {
    return state.endpoints.where(endpoint -> endpoint.interfaceIds().contains(interfaceId)).stream()
        .findFirst()
        .map(endpoint -> entrance(endpoint, interfaceId));
  }

  private Entrance entrance(Endpoint endpoint, String interfaceId) {
    String zoneId =
        endpoint.inRegionOfService()
            ? state.interfaces.find(interfaceId).map(each -> each.subnet().zone().id()).orElse("")
            : zoneOfService(endpoint, interfaceId);
    List<String> loadBalancers =
        state
            .services
            .find(endpoint.service().id())
            .map(EndpointService::loadBalancerArns)
            .orElse(List.of());
    return new Entrance(
        endpoint.id(), endpoint.state().wire(), zoneId, loadBalancers, meter(endpoint));
  }

  /** PrivateLink leads each interface of an endpoint in another region to some zone. */
  private String zoneOfService(Endpoint endpoint, String interfaceId) {
    List<String> zoneIds = endpoint.service().zoneIds();
    return zoneIds.get(endpoint.interfaceIds().indexOf(interfaceId) % zoneIds.size());
  }

  private static Optional<Meter> meter(Endpoint endpoint) {
    Caller provider = endpoint.service().owner();
    return Optional.of(new Meter(provider.account(), provider.region(), endpoint.service().id()))
        .filter(meter -> endpoint.inRegionOfService());
  }
}
