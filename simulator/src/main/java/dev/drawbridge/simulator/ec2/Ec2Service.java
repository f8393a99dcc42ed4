package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.network.Fabric;
import dev.drawbridge.simulator.network.Network;
import dev.drawbridge.simulator.network.PrivateLink;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Amazon EC2, and what other services may ask of it. */
public final class Ec2Service {
  private final Ec2State state;
  private final VpcBuilder builder;

  /** An EC2 without any VPC. */
  public Ec2Service(Network network, Ec2Settings settings, Notices notices) {
    this.state = new Ec2State(network, settings, notices);
    this.builder = new VpcBuilder(state);
  }

  /**
   * The operations behind the door.
   *
   * @param loadBalancers where PrivateLink finds load balancers; their service itself needs this
   *     one, so it is given here and not to the constructor
   */
  public Service service(NetworkLoadBalancers loadBalancers) {
    List<Operation<?, ?>> operations = new ArrayList<>(vpcOperations());
    operations.addAll(securityGroupOperations());
    operations.addAll(privateLinkOperations(new ServiceLoadBalancers(state, loadBalancers)));
    return new Service("ec2", Protocol.EC2, "http://ec2.amazonaws.com/doc/2016-11-15/", operations);
  }

  /**
   * Makes a VPC with its main route table and default security group.
   *
   * @throws IllegalArgumentException when the block overlaps that of another VPC of this world,
   *     whose data path tells hosts apart by address alone
   */
  public VpcRecord createVpc(Caller owner, String cidr) {
    return builder.vpc(owner, cidr);
  }

  /** Makes a private subnet in the zone of that name, for example {@code eu-central-1a}. */
  public SubnetRecord createSubnet(VpcRecord vpc, String cidr, String zoneName) {
    return builder.subnet(vpc, cidr, zoneName);
  }

  /** Makes a subnet that has IPv6 addresses only, for example {@code 2001:db8:0:1::/64}. */
  public SubnetRecord createIpv6Subnet(VpcRecord vpc, String ipv6, String zoneName) {
    return builder.ipv6Subnet(vpc, ipv6, zoneName);
  }

  /** Gives the subnet a route to an internet gateway, which makes it public. */
  public void routeToInternet(SubnetRecord subnet) {
    builder.routeToInternet(subnet);
  }

  /** Makes a security group that lets everything out and nothing in. */
  public SecurityGroupRecord createSecurityGroup(VpcRecord vpc, String name, String description) {
    return builder.securityGroup(vpc, name, description);
  }

  /** Lets TCP in on the ports from a block of addresses. */
  public void allowInbound(SecurityGroupRecord group, int fromPort, int toPort, String cidr) {
    builder.allowInbound(group, fromPort, toPort, new Rule.Addresses(cidr));
  }

  /** Lets TCP in on the ports from the members of another group. */
  public void allowInbound(
      SecurityGroupRecord group, int fromPort, int toPort, SecurityGroupRecord from) {
    builder.allowInbound(
        group, fromPort, toPort, new Rule.Members(from.id(), from.owner().account()));
  }

  /** Makes a prefix list of IPv4 blocks that may have so many entries. */
  public PrefixListRecord createPrefixList(Caller owner, int maxEntries, String... cidrs) {
    return state.prefixLists.put(
        new PrefixListRecord(state.ids.next("pl"), owner, maxEntries, List.of(cidrs)));
  }

  /** The VPC of that id, whoever owns it. */
  public Optional<VpcRecord> vpc(String id) {
    return state.vpcs.find(id);
  }

  /** Whether a route of the VPC leads to an internet gateway. */
  public boolean hasInternetGateway(String vpcId) {
    return !state
        .routeTables
        .where(table -> table.vpcId().equals(vpcId) && table.internetGatewayId() != null)
        .isEmpty();
  }

  /** The subnet of that id, whoever owns it. */
  public Optional<SubnetRecord> subnet(String id) {
    return state.subnets.find(id);
  }

  /** The subnet that the address lies in. */
  public Optional<SubnetRecord> subnetOf(String ip) {
    return state.subnets.where(subnet -> subnet.contains(ip)).stream().findFirst();
  }

  /** The security group of that id, whoever owns it. */
  public Optional<SecurityGroupRecord> securityGroup(String id) {
    return state.groups.find(id);
  }

  /** The VPC's security group of the name {@code default}. */
  public SecurityGroupRecord defaultSecurityGroup(VpcRecord vpc) {
    return state
        .groups
        .where(group -> group.vpcId().equals(vpc.id()) && group.name().equals("default"))
        .getFirst();
  }

  /** The caller's availability zones by name. */
  public List<Zone> zones(Caller caller) {
    return state.zones.of(caller);
  }

  /**
   * A connection notification is disabled, and tells nobody. No operation does that or undoes it;
   * when it becomes so on AWS is UNCONFIRMED.
   */
  public void disableNotification(String id) {
    state.notifications.find(id).ifPresent(each -> state.notifications.put(each.disabled()));
  }

  /** Makes and deletes interfaces for other services. */
  public NetworkInterfaces interfaces() {
    return new NetworkInterfaces(state);
  }

  /** The tags of a resource, by key. */
  public Map<String, String> tags(String resourceId) {
    return Map.copyOf(state.tags.of(resourceId));
  }

  /** The VPCs for the data path. */
  public Fabric fabric() {
    return new VpcFabric(state);
  }

  /** The VPC endpoints for the data path. */
  public PrivateLink privateLink() {
    return new Endpoints(state);
  }

  /** An endpoint service shows this state from now on, as {@code Failed} or {@code Available}. */
  public void serviceState(String serviceId, String shown) {
    state.serviceStates.put(serviceId, shown);
  }

  /** Somebody puts a TXT record into the public DNS. */
  public void publishRecord(String name, String value) {
    state.publicRecords.add(PrivateNames.record(name, value));
  }

  /** Takes it out again. */
  public void withdrawRecord(String name, String value) {
    new PrivateNames(state).withdraw(PrivateNames.record(name, value));
  }

  /** Whether an endpoint service stands on the load balancer, which then cannot be deleted. */
  public boolean servesEndpointsOver(String loadBalancerArn) {
    return new EndpointServices(state).standsOn(loadBalancerArn);
  }

  private List<Operation<?, ?>> vpcOperations() {
    return List.of(
        new DescribeVpcAttribute(state),
        new DescribeVpcs(state),
        new DescribeSubnets(state),
        new DescribeAvailabilityZones(state),
        new DescribeRouteTables(state),
        new DescribeNetworkInterfaces(state),
        new CreateSecurityGroup(state),
        new DescribeSecurityGroupRules(state),
        new CreateTags(state),
        new DeleteTags(state),
        new DescribeTags(state));
  }

  private List<Operation<?, ?>> securityGroupOperations() {
    SecurityRules rules = new SecurityRules(state);
    return List.of(
        new DescribeSecurityGroups(state, rules),
        new AuthorizeSecurityGroupIngress(rules),
        new AuthorizeSecurityGroupEgress(rules),
        new RevokeSecurityGroupIngress(rules),
        new RevokeSecurityGroupEgress(rules),
        new ModifySecurityGroupRules(state, rules),
        new DeleteSecurityGroup(state, rules));
  }

  private List<Operation<?, ?>> privateLinkOperations(ServiceLoadBalancers loadBalancers) {
    return List.of(
        new CreateVpcEndpointServiceConfiguration(state, loadBalancers),
        new DescribeVpcEndpointServiceConfigurations(state),
        new ModifyVpcEndpointServiceConfiguration(state, loadBalancers),
        new DeleteVpcEndpointServiceConfigurations(state),
        new StartVpcEndpointServicePrivateDnsVerification(state),
        new ModifyVpcEndpointServicePermissions(state),
        new DescribeVpcEndpointServicePermissions(state),
        new DescribeVpcEndpointServices(state),
        new DescribeVpcEndpointConnections(state),
        new AcceptVpcEndpointConnections(state),
        new RejectVpcEndpointConnections(state),
        new CreateVpcEndpointConnectionNotification(state),
        new DescribeVpcEndpointConnectionNotifications(state),
        new ModifyVpcEndpointConnectionNotification(state),
        new DeleteVpcEndpointConnectionNotifications(state),
        new CreateVpcEndpoint(state),
        new DescribeVpcEndpoints(state),
        new ModifyVpcEndpoint(state),
        new DeleteVpcEndpoints(state));
  }
}
