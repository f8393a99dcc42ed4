package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord.Kind;
import dev.drawbridge.simulator.ec2.NetworkLoadBalancers;
import dev.drawbridge.simulator.ec2.SecurityGroupRecord;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.network.Cut;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;

/** The life of load balancers: nodes, states, names. */
final class LoadBalancers implements NetworkLoadBalancers {
  private final ElbState state;
  private final HealthChecks checks;

  LoadBalancers(ElbState state, HealthChecks checks) {
    this.state = state;
    this.checks = checks;
  }

  LoadBalancerRecord create(CreateLoadBalancerRequest request, Caller caller) {
    List<SubnetRecord> subnets = subnets(caller, request.subnets(), request.subnetMappings());
    String vpcId = subnets.getFirst().vpcId();
    boolean internal = "internal".equals(request.schemeAsString());
    Combinations.addresses(request.ipAddressTypeAsString());
    request
        .subnetMappings()
        .forEach(mapping -> Combinations.mapping(internal, subnet(subnets, mapping), mapping));
    if (!internal && !state.ec2.hasInternetGateway(vpcId)) {
      throw ServiceError.client("InvalidSubnet", "VPC %s has no internet gateway".formatted(vpcId));
    }
    String path = "net/%s/%s".formatted(request.name(), state.suffix());
    LoadBalancerRecord bare =
        new LoadBalancerRecord(
            caller.arn("elasticloadbalancing", "loadbalancer/" + path),
            caller,
            request,
            vpcId,
            groups(caller, vpcId, request.securityGroups()),
            true,
            List.of(),
            false,
            state.scheduler.now(),
            Attributes.LOAD_BALANCER.defaults());
    LoadBalancerRecord made = placeNodes(bare, subnets, request.subnetMappings());
    state.scheduler.after(state.settings.delays().provisioning(), () -> activate(made.arn()));
    return made;
  }

  private static SubnetRecord subnet(List<SubnetRecord> subnets, SubnetMapping mapping) {
    return subnets.stream()
        .filter(each -> each.id().equals(mapping.subnetId()))
        .findFirst()
        .orElseThrow();
  }

  private void activate(String arn) {
    state
        .loadBalancers
        .find(arn)
        .ifPresent(
            loadBalancer -> {
              state.loadBalancers.put(loadBalancer.activated());
              checks.wake();
            });
  }

  /** The subnets that a request names, each of another zone of one VPC. */
  List<SubnetRecord> subnets(Caller caller, List<String> ids, List<SubnetMapping> mappings) {
    Combinations.oneOf("Subnets and SubnetMappings", ids, mappings);
    List<String> named =
        mappings.isEmpty() ? ids : mappings.stream().map(SubnetMapping::subnetId).toList();
    if (named.isEmpty()) {
      throw ServiceError.client("ValidationError", "At least one subnet must be specified");
    }
    Set<String> zones = new HashSet<>();
    Set<String> vpcs = new HashSet<>();
    List<SubnetRecord> subnets = new ArrayList<>();
    for (String id : named) {
      SubnetRecord subnet =
          state
              .ec2
              .subnet(id)
              .filter(each -> each.owner().account().equals(caller.account()))
              .orElseThrow(
                  () ->
                      ServiceError.client(
                          "SubnetNotFound", "The subnet ID '%s' does not exist".formatted(id)));
      Combinations.ipv4(subnet);
      vpcs.add(subnet.vpcId());
      if (!zones.add(subnet.zone().id()) || vpcs.size() > 1) {
        throw ServiceError.client(
            "InvalidConfigurationRequest",
            "A load balancer cannot be attached to multiple subnets in the same Availability Zone,"
                + " or to subnets of several VPCs");
      }
      subnets.add(subnet);
    }
    return subnets;
  }

  /** The security groups that a request names, each of the VPC. */
  List<String> groups(Caller caller, String vpcId, List<String> ids) {
    for (String id : ids) {
      Optional<SecurityGroupRecord> group = state.ec2.securityGroup(id);
      if (group.isEmpty() || !group.get().owner().account().equals(caller.account())) {
        throw ServiceError.client(
            "InvalidSecurityGroup", "Security group '%s' does not exist".formatted(id));
      }
      if (!group.get().vpcId().equals(vpcId)) {
        throw ServiceError.client(
            "InvalidConfigurationRequest",
            "Security group '%s' does not belong to VPC '%s'".formatted(id, vpcId));
      }
    }
    return ids;
  }

  /** Gives the load balancer one node in each of the subnets, and none elsewhere. */
  LoadBalancerRecord placeNodes(
      LoadBalancerRecord loadBalancer, List<SubnetRecord> subnets, List<SubnetMapping> mappings) {
    requireRoom(loadBalancer, subnets.size());
    new Constraints(state).check(loadBalancer, subnets, mappings);
    List<NetworkInterfaceRecord> nodes = new ArrayList<>();
    for (SubnetRecord subnet : subnets) {
      nodes.add(
          loadBalancer.nodes().stream()
              .filter(node -> node.subnet().id().equals(subnet.id()))
              .findFirst()
              .orElseGet(() -> node(loadBalancer, subnet, mappings)));
    }
    loadBalancer.nodes().stream()
        .filter(node -> !nodes.contains(node))
        .forEach(node -> state.ec2.interfaces().delete(node.id()));
    state
        .network
        .names()
        .put(
            loadBalancer.dnsName(), nodes.stream().map(NetworkInterfaceRecord::privateIp).toList());
    return state.loadBalancers.put(
        new SecondaryAddresses(state).assign(loadBalancer.withNodes(nodes)));
  }

  private NetworkInterfaceRecord node(
      LoadBalancerRecord loadBalancer, SubnetRecord subnet, List<SubnetMapping> mappings) {
    String description = "ELB net/%s/%s".formatted(loadBalancer.name(), loadBalancer.suffix());
    Optional<String> wanted =
        mappings.stream()
            .filter(mapping -> subnet.id().equals(mapping.subnetId()))
            .flatMap(mapping -> Optional.ofNullable(mapping.privateIPv4Address()).stream())
            .findFirst();
    var interfaces = state.ec2.interfaces();
    return wanted.isPresent()
        ? interfaces.createAt(
            subnet, wanted.get(), loadBalancer.groups(), Kind.NETWORK_LOAD_BALANCER, description)
        : interfaces.create(subnet, loadBalancer.groups(), Kind.NETWORK_LOAD_BALANCER, description);
  }

  /** UNCONFIRMED: the code, for which the API's model has no other. */
  private void requireRoom(LoadBalancerRecord loadBalancer, int nodes) {
    String vpcId = loadBalancer.vpcId();
    long others =
        state.ec2.interfaces().of(Kind.NETWORK_LOAD_BALANCER).stream()
            .filter(each -> each.subnet().vpcId().equals(vpcId))
            .filter(each -> !loadBalancer.nodes().contains(each))
            .count();
    if (others + nodes > state.settings.quotas().interfacesPerVpc()) {
      throw ServiceError.client(
          "TooManyLoadBalancers",
          "The maximum number of network interfaces of load balancers in %s has been reached"
              .formatted(vpcId));
    }
  }

  LoadBalancerRecord setGroups(
      LoadBalancerRecord loadBalancer, List<String> groups, boolean enforced) {
    LoadBalancerRecord changed = state.loadBalancers.put(loadBalancer.withGroups(groups, enforced));
    loadBalancer.nodes().forEach(node -> state.ec2.interfaces().setGroups(node.id(), groups));
    return changed;
  }

  /** Its listeners go at once, its interfaces only after a while. */
  void delete(LoadBalancerRecord loadBalancer) {
    List<ListenerRecord> listeners =
        state.listeners.where(each -> each.loadBalancerArn().equals(loadBalancer.arn()));
    listeners.stream()
        .flatMap(listener -> listener.forward().stream())
        .flatMap(share -> state.targetsOf(share.targetGroupArn()).stream())
        .forEach(checks::end);
    listeners.forEach(listener -> state.listeners.remove(listener.arn()));
    state.loadBalancers.remove(loadBalancer.arn());
    state.forgetTags(loadBalancer.arn());
    state.network.names().remove(loadBalancer.dnsName());
    List<String> addresses =
        loadBalancer.nodes().stream().map(NetworkInterfaceRecord::privateIp).toList();
    state
        .network
        .connections()
        .cut(
            path -> path.nlbNodeIp() != null && addresses.contains(path.nlbNodeIp()),
            Cut.LOAD_BALANCER_DELETED);
    state.scheduler.after(
        state.settings.delays().interfaceRelease(),
        () -> loadBalancer.nodes().forEach(node -> state.ec2.interfaces().delete(node.id())));
  }

  @Override
  public Optional<Facts> find(String arn) {
    return state
        .loadBalancers
        .find(arn)
        .map(
            each ->
                new Facts(
                    each.owner(),
                    each.active(),
                    each.nodes().stream().map(node -> node.subnet().zone().id()).toList(),
                    !state
                        .listeners
                        .where(listener -> listener.hasCustomIdleTimeout(each.arn()))
                        .isEmpty()));
  }
}
