package dev.drawbridge.aws.ec2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.BalancerNodes;
import dev.drawbridge.model.LoadBalancerSeen;
import dev.drawbridge.model.RouteTable;
import dev.drawbridge.model.Subnet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceIpv6Address;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceType;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

/** Subnets, routes and network interfaces of a VPC. */
public final class Networks {
  private final Ec2Client ec2;

  /** Networks of the account and region of the clients. */
  public Networks(Clients clients) {
    this.ec2 = clients.ec2();
  }

  /**
   * The subnets of a VPC that have IPv4 addresses. One with IPv6 addresses alone has no block of
   * the other kind: no database of ours can be there, and no load balancer.
   */
  public List<Subnet> subnets(String vpcId) {
    return ec2
        .describeSubnetsPaginator(r -> r.filters(Filters.of("vpc-id", vpcId)))
        .subnets()
        .stream()
        .filter(subnet -> vpcId.equals(subnet.vpcId()))
        .filter(subnet -> subnet.cidrBlock() != null && !subnet.cidrBlock().isEmpty())
        .map(
            s ->
                new Subnet(
                    s.subnetId(), s.availabilityZone(), s.cidrBlock(), s.availabilityZoneId()))
        .toList();
  }

  /** How many addresses each of these subnets has left. */
  public Map<String, Integer> freeAddresses(Collection<String> subnetIds) {
    return ec2.describeSubnetsPaginator(r -> r.subnetIds(subnetIds)).subnets().stream()
        .collect(
            Collectors.toMap(
                software.amazon.awssdk.services.ec2.model.Subnet::subnetId,
                software.amazon.awssdk.services.ec2.model.Subnet::availableIpAddressCount));
  }

  /** All route tables of a VPC. */
  public List<RouteTable> routeTables(String vpcId) {
    return ec2
        .describeRouteTablesPaginator(r -> r.filters(Filters.of("vpc-id", vpcId)))
        .routeTables()
        .stream()
        .filter(table -> vpcId.equals(table.vpcId()))
        .map(
            table ->
                new RouteTable(
                    table.associations().stream().anyMatch(a -> Boolean.TRUE.equals(a.main())),
                    table.associations().stream()
                        .map(RouteTableAssociation::subnetId)
                        .filter(Objects::nonNull)
                        .toList(),
                    table.routes().stream().anyMatch(Networks::leadsOut)))
        .toList();
  }

  /**
   * The private addresses of a load balancer: one a zone, and up to seven secondary ones beside it.
   * UNCONFIRMED that connections of PrivateLink leave by those, too; AWS gives them for connections
   * that do not keep their client's address ("Secondary IP addresses", Network Load Balancers
   * guide).
   *
   * <p>ELBv2 does not tell them for internal load balancers; its network interfaces are found by
   * their description, {@code ELB net/NAME/ID}. Whoever may make an interface writes what he likes
   * there: what counts is what AWS alone says of one, that it made it itself, and for what.
   *
   * @param vpcId where the load balancer stands
   */
  public List<String> loadBalancerAddresses(String loadBalancerArn, String vpcId) {
    String description = description(loadBalancerArn);
    return ec2
        .describeNetworkInterfacesPaginator(r -> r.filters(Filters.of("description", description)))
        .networkInterfaces()
        .stream()
        .filter(found -> isNode(found, description, vpcId))
        .flatMap(Networks::addresses)
        .toList();
  }

  /**
   * Who is in the load balancer's security group, in the one call that tells its addresses too.
   * While it is in other groups, nobody is looked for in its own. Calls: 1.
   *
   * @param own the load balancer's group by our record; null before it is on record
   */
  public BalancerNodes nodes(LoadBalancerSeen loadBalancer, @Nullable String own) {
    if (own == null || !loadBalancer.securityGroupIds().contains(own)) {
      return new BalancerNodes(
          loadBalancerAddresses(loadBalancer.arn(), loadBalancer.vpcId()), List.of());
    }
    String description = description(loadBalancer.arn());
    Map<Boolean, List<NetworkInterface>> found =
        ec2
            .describeNetworkInterfacesPaginator(r -> r.filters(Filters.of("group-id", own)))
            .networkInterfaces()
            .stream()
            .filter(each -> each.groups().stream().anyMatch(group -> own.equals(group.groupId())))
            .collect(
                Collectors.partitioningBy(each -> isNode(each, description, loadBalancer.vpcId())));
    return new BalancerNodes(
        found.getOrDefault(true, List.of()).stream().flatMap(Networks::addresses).toList(),
        found.getOrDefault(false, List.of()).stream()
            .map(each -> "%s at %s".formatted(each.networkInterfaceId(), address(each)))
            .sorted()
            .toList());
  }

  /** All private IPv4 addresses, the primary one among them. */
  private static Stream<String> addresses(NetworkInterface found) {
    return Stream.concat(
            Stream.ofNullable(found.privateIpAddress()),
            found.privateIpAddresses().stream()
                .map(NetworkInterfacePrivateIpAddress::privateIpAddress)
                .filter(Objects::nonNull))
        .distinct();
  }

  /** An interface in an IPv6-only subnet has no private IPv4 address. */
  private static String address(NetworkInterface found) {
    return found.privateIpAddress() == null
        ? found.ipv6Addresses().stream()
            .map(NetworkInterfaceIpv6Address::ipv6Address)
            .collect(Collectors.joining(", "))
        : found.privateIpAddress();
  }

  private static String description(String loadBalancerArn) {
    return "ELB " + loadBalancerArn.substring(loadBalancerArn.indexOf(":loadbalancer/") + 14);
  }

  private static boolean isNode(NetworkInterface found, String description, String vpcId) {
    return Boolean.TRUE.equals(found.requesterManaged())
        && found.interfaceType() == NetworkInterfaceType.NETWORK_LOAD_BALANCER
        && description.equals(found.description())
        && vpcId.equals(found.vpcId());
  }

  private static boolean leadsOut(Route route) {
    return route.gatewayId() != null && route.gatewayId().startsWith("igw-");
  }
}
