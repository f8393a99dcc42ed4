package dev.drawbridge.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.elbv2.ElbSettings;
import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.ExposedDatabase;
import dev.drawbridge.simulator.network.Listener;
import dev.drawbridge.simulator.network.PathResult;
import dev.drawbridge.simulator.network.Reached;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Changes of an endpoint, quotas of EC2, and resources that are not listed at once. */
@SuppressWarnings("unchecked") // The SDK declares its consumers as generic varargs.
class EndpointsTest {

  private static void refused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Ec2Exception.class,
            error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code));
  }

  private static VpcEndpoint connected(ExposedDatabase world, String service) {
    world.allow(service);
    VpcEndpoint endpoint = world.requestEndpoint(service);
    world.accept(service, endpoint.vpcEndpointId());
    return endpoint;
  }

  private static List<String> addresses(ExposedDatabase world, VpcEndpoint endpoint) {
    return world.names.getOrDefault(endpoint.dnsEntries().getFirst().dnsName(), List.of());
  }

  @Test
  void an_endpoint_gains_and_loses_subnets_with_their_interfaces_and_names() {
    ExposedDatabase world = new ExposedDatabase();
    VpcEndpoint endpoint = connected(world, world.service(world.nlb(3, true)));
    String first = world.consumerSubnets.get(0).id();
    String second = world.consumerSubnets.get(1).id();
    String before = addresses(world, endpoint).getFirst();

    world.consumerEc2.modifyVpcEndpoint(
        r -> r.vpcEndpointId(endpoint.vpcEndpointId()).addSubnetIds(second));
    assertThat(addresses(world, endpoint)).hasSize(2).contains(before);
    world.consumerEc2.modifyVpcEndpoint(
        r -> r.vpcEndpointId(endpoint.vpcEndpointId()).removeSubnetIds(first));

    assertThat(addresses(world, endpoint)).singleElement().isNotEqualTo(before);
    VpcEndpoint now = world.consumerEc2.describeVpcEndpoints(r -> {}).vpcEndpoints().getFirst();
    assertThat(now.subnetIds()).containsExactly(second);
    assertThat(now.networkInterfaceIds()).hasSize(1);
    assertThat(world.ec2.interfaces().at(before)).isEmpty();
  }

  @Test
  void another_group_of_an_endpoint_holds_from_its_next_connection() {
    ExposedDatabase world = new ExposedDatabase();
    String nlb = world.nlb(3, true);
    String group = world.targetGroup("writer", 3306);
    world.attribute(group, "load_balancing.cross_zone.enabled", "true");
    world.listener(nlb, 3307, group);
    world.register(group, world.database(0, 3306, Listener.plain()), 3306);
    world.ec2.allowInbound(world.databaseGroup, 3306, 3306, world.nlbGroup);
    world.ec2.allowInbound(world.nlbGroup, 3307, 3307, ExposedDatabase.CONSUMER_CIDR);
    world.ec2.allowInbound(world.endpointGroup, 3307, 3307, ExposedDatabase.CONSUMER_CIDR);
    VpcEndpoint endpoint = connected(world, world.service(nlb));
    assertThat(dial(world, endpoint)).isInstanceOf(Reached.class);
    SecurityGroupRecord shut = world.ec2.createSecurityGroup(world.consumerVpc, "shut", "shut");

    world.consumerEc2.modifyVpcEndpoint(
        r ->
            r.vpcEndpointId(endpoint.vpcEndpointId())
                .addSecurityGroupIds(shut.id())
                .removeSecurityGroupIds(world.endpointGroup.id()));

    assertThat(dial(world, endpoint))
        .isInstanceOfSatisfying(
            Blocked.class,
            it -> assertThat(it.reason()).isEqualTo(Blocked.Reason.ENDPOINT_INBOUND));
  }

  private static PathResult dial(ExposedDatabase world, VpcEndpoint endpoint) {
    return world.path.connect(world.app, world.addressOf(endpoint), 3307);
  }

  /** AWS, "Create an endpoint service": only zones of the service, and one subnet in each. */
  @Test
  void an_endpoint_follows_the_service_into_a_zone_only_once_the_service_has_it() {
    ExposedDatabase world = new ExposedDatabase();
    // Zone names are shifted: the consumer's "a" and "b" are two of the provider's three zones.
    List<String> covered =
        world.consumerSubnets.stream().limit(2).map(each -> each.zone().id()).toList();
    List<String> narrow =
        world.subnets.stream()
            .filter(each -> covered.contains(each.zone().id()))
            .map(SubnetRecord::id)
            .toList();
    String nlb = world.nlb(3, true);
    world.nlbs.setSubnets(r -> r.loadBalancerArn(nlb).subnets(narrow));
    String service = world.service(nlb);
    VpcEndpoint endpoint = connected(world, service);
    String third = world.consumerSubnets.get(2).id();
    ThrowingCallable widen =
        () ->
            world.consumerEc2.modifyVpcEndpoint(
                r -> r.vpcEndpointId(endpoint.vpcEndpointId()).addSubnetIds(third));
    refused(widen, "InvalidParameter");

    world.nlbs.setSubnets(
        r -> r.loadBalancerArn(nlb).subnets(world.subnets.stream().map(SubnetRecord::id).toList()));
    world.providerEc2.modifyVpcEndpointServiceConfiguration(
        r -> r.serviceId(service).acceptanceRequired(true));

    assertThatCode(widen).doesNotThrowAnyException();
    refused(widen, "DuplicateSubnetsInSameZone");
  }

  /** AWS PrivateLink quotas: 50 interface endpoints a VPC. */
  @Test
  void a_vpc_has_50_endpoints() {
    ExposedDatabase world = new ExposedDatabase();
    String service = world.service(world.nlb(3, true));
    world.allow(service);
    IntStream.range(0, 50).forEach(n -> world.requestEndpoint(service));
    refused(() -> world.requestEndpoint(service), "VpcEndpointLimitExceeded");
  }

  /** Amazon VPC quotas: 60 inbound rules a group, 5 groups an interface. */
  @Test
  void a_group_has_60_rules_a_way_and_an_interface_5_groups() {
    ExposedDatabase world = new ExposedDatabase();
    authorize(world, 0, 60);
    refused(() -> authorize(world, 60, 61), "RulesPerSecurityGroupLimitExceeded");
    String service = world.service(world.nlb(3, true));
    VpcEndpoint endpoint = connected(world, service);
    List<String> five =
        IntStream.range(0, 5)
            .mapToObj(n -> world.ec2.createSecurityGroup(world.consumerVpc, "g" + n, "g").id())
            .toList();
    refused(
        () ->
            world.consumerEc2.modifyVpcEndpoint(
                r -> r.vpcEndpointId(endpoint.vpcEndpointId()).addSecurityGroupIds(five)),
        "SecurityGroupsPerInterfaceLimitExceeded");
  }

  private static void authorize(ExposedDatabase world, int from, int to) {
    List<IpRange> blocks =
        IntStream.range(from, to)
            .mapToObj(n -> IpRange.builder().cidrIp("10.1.%d.0/24".formatted(n)).build())
            .toList();
    world.providerEc2.authorizeSecurityGroupIngress(
        r ->
            r.groupId(world.nlbGroup.id())
                .ipPermissions(
                    p -> p.ipProtocol("tcp").fromPort(3306).toPort(3307).ipRanges(blocks)));
  }

  /** AWS, "Eventual consistency in the Amazon EC2 API". */
  @Test
  void a_new_resource_is_unknown_to_its_maker_until_the_lag_has_passed() {
    Duration lag = Duration.ofSeconds(5);
    ExposedDatabase world =
        new ExposedDatabase(
            Ec2Settings.published().consistencyLag(lag), ElbSettings.published(), null);
    world.pass(lag);
    String group =
        world
            .providerEc2
            .createSecurityGroup(
                r -> r.vpcId(world.vpc.id()).groupName("fresh").description("fresh"))
            .groupId();
    ThrowingCallable describe =
        () -> world.providerEc2.describeSecurityGroups(r -> r.groupIds(group));

    refused(describe, "InvalidGroup.NotFound");
    world.pass(lag.minusMillis(1));
    refused(describe, "InvalidGroup.NotFound");
    world.pass(Duration.ofMillis(1));
    assertThatCode(describe).doesNotThrowAnyException();
  }
}
