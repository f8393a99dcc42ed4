package dev.drawbridge.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.network.Blocked.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** What becomes of connections, the known mistakes of the hand-made recipe included. */
@SuppressWarnings("unchecked") // The SDK declares its consumers as generic varargs.
class PathTest {
  private final ExposedDatabase world = new ExposedDatabase();
  private String nlb = "";
  private String group = "";
  private String database = "";

  @BeforeEach
  void expose() {
    database = world.database(0, 3306, Listener.plain());
    nlb = world.nlb(3, true);
    group = world.targetGroup("writer", 3306);
    world.attribute(group, "load_balancing.cross_zone.enabled", "true");
    world.listener(nlb, 3307, group);
    world.register(group, database, 3306);
    world.ec2.allowInbound(world.databaseGroup, 3306, 3306, world.nlbGroup);
    world.ec2.allowInbound(world.endpointGroup, 3306, 3307, ExposedDatabase.CONSUMER_CIDR);
    world.enforce(nlb, "off");
    world.pass(Duration.ofMinutes(5));
  }

  private Reason blocked(String address) {
    return ((Blocked) world.path.connect(world.app, address, 3307)).reason();
  }

  @Test
  void an_accepted_endpoint_reaches_the_database_which_sees_the_nlbs_address() {
    world.admitNodes();
    Reached reached =
        (Reached) world.path.connect(world.app, world.connect(world.service(nlb)), 3307);
    assertThat(reached.targetIp()).isEqualTo(database);
    assertThat(world.nodes()).contains(reached.sourceSeen());
  }

  /** AWS, "Register targets with your NLB", target security groups. */
  @Test
  void with_enforcement_off_targets_are_healthy_and_the_path_is_dead_unless_nodes_are_admitted() {
    String endpoint = world.connect(world.service(nlb));
    assertThat(world.health(group).stateAsString()).isEqualTo("healthy");
    assertThat(blocked(endpoint)).isEqualTo(Reason.TARGET_INBOUND);
    world.admitNodes();
    assertThat(world.path.connect(world.app, endpoint, 3307)).isInstanceOf(Reached.class);
  }

  /** AWS, "Update the security groups for your NLB": the rule sees the client's address. */
  @Test
  void with_enforcement_on_a_rule_for_the_providers_own_cidr_drops_every_consumer() {
    world.enforce(nlb, "on");
    world.ec2.allowInbound(world.nlbGroup, 3306, 3307, "10.0.0.0/16");
    String endpoint = world.connect(world.service(nlb));
    assertThat(blocked(endpoint)).isEqualTo(Reason.LOAD_BALANCER_INBOUND);
    world.ec2.allowInbound(world.nlbGroup, 3306, 3307, ExposedDatabase.CONSUMER_CIDR);
    assertThat(world.path.connect(world.app, endpoint, 3307)).isInstanceOf(Reached.class);
  }

  /** An endpoint's interface needs inbound rules from the applications (recipe mistake S3). */
  @Test
  void an_endpoint_whose_group_has_outbound_rules_only_drops_everything() {
    world.admitNodes();
    String endpoint = world.connect(world.service(nlb));
    world.consumerEc2.revokeSecurityGroupIngress(
        r ->
            r.groupId(world.endpointGroup.id())
                .ipProtocol("tcp")
                .fromPort(3306)
                .toPort(3307)
                .cidrIp(ExposedDatabase.CONSUMER_CIDR));
    assertThat(blocked(endpoint)).isEqualTo(Reason.ENDPOINT_INBOUND);
  }

  @Test
  void nothing_passes_while_acceptance_is_pending() {
    world.admitNodes();
    String service = world.service(nlb);
    world.allow(service);
    String endpoint = world.addressOf(world.requestEndpoint(service));
    assertThat(blocked(endpoint)).isEqualTo(Reason.ENDPOINT_STATE);
  }

  /** AWS, "Configure an endpoint service"; terraform-provider-aws#37260. */
  @Test
  void removing_the_principal_cuts_nobody_and_rejecting_the_endpoint_does() {
    world.admitNodes();
    String service = world.service(nlb);
    String endpoint = world.connect(service);
    List<Cut> cuts = new ArrayList<>();
    world
        .network
        .connections()
        .open((Reached) world.path.connect(world.app, endpoint, 3307), cuts::add);
    world.providerEc2.modifyVpcEndpointServicePermissions(
        r -> r.serviceId(service).removeAllowedPrincipals("arn:aws:iam::222222222222:root"));
    world.pass(Duration.ofDays(1));
    assertThat(cuts).isEmpty();
    assertThat(world.path.connect(world.app, endpoint, 3307)).isInstanceOf(Reached.class);
    String id =
        world
            .providerEc2
            .describeVpcEndpointConnections(r -> {})
            .vpcEndpointConnections()
            .getFirst()
            .vpcEndpointId();
    world.providerEc2.rejectVpcEndpointConnections(r -> r.serviceId(service).vpcEndpointIds(id));
    assertThat(cuts).containsExactly(Cut.ENDPOINT_REJECTED);
    assertThat(blocked(endpoint)).isEqualTo(Reason.ENDPOINT_STATE);
  }

  /** Cross-zone is off by default on an NLB (AWS, "Target group attributes"; mistake S12). */
  @Test
  void without_cross_zone_one_target_serves_its_own_zone_only() {
    world.admitNodes();
    world.attribute(group, "load_balancing.cross_zone.enabled", "use_load_balancer_configuration");
    String endpoint = world.connect(world.service(nlb));
    // The consumer's zone "a" is another zone than the provider's "a", where the target is.
    assertThat(blocked(endpoint)).isEqualTo(Reason.NO_TARGET);
  }

  /** A service takes one NLB, an NLB one service (AWS, "Create an endpoint service"). */
  @Test
  void a_second_service_on_one_nlb_is_refused() {
    world.service(nlb);
    assertThatThrownBy(() -> world.service(nlb))
        .isInstanceOf(Ec2Exception.class)
        .hasMessageContaining("already associated");
  }

  /** MySQL, "Host 'host_name' is blocked"; field report qiita.com/araryo. */
  @Test
  void health_checks_block_the_nlbs_host_for_all_consumers_once_nobody_has_logged_in_for_long() {
    world.network.hosts().listen(database, 3306, Listener.blockingHostsAfter(100));
    world.admitNodes();
    String endpoint = world.connect(world.service(nlb));
    assertThat(world.path.connect(world.app, endpoint, 3307)).isInstanceOf(Reached.class);
    world.pass(Duration.ofSeconds(5 * 99));
    assertThat(world.path.connect(world.app, endpoint, 3307)).isInstanceOf(Reached.class);
    world.pass(Duration.ofSeconds(5 * 101));
    assertThat(world.health(group).stateAsString()).isEqualTo("healthy");
    assertThat(blocked(endpoint)).isEqualTo(Reason.HOST_BLOCKED);
  }

  /**
   * Acceptance is by endpoint id: one of another service, or that does not exist, comes back in
   * {@code Unsuccessful} of an answer 200 (API reference of AcceptVpcEndpointConnections).
   */
  @Test
  void accepting_an_endpoint_of_another_service_succeeds_with_a_list_of_what_failed() {
    String service = world.service(nlb);
    world.allow(service);
    String requested = world.requestEndpoint(service).vpcEndpointId();
    String other = world.service(world.nlb(2, true));

    var answer =
        world.providerEc2.acceptVpcEndpointConnections(
            r -> r.serviceId(other).vpcEndpointIds(requested, "vpce-0123456789abcdef0"));

    assertThat(answer.unsuccessful())
        .hasSize(2)
        .allSatisfy(
            each -> assertThat(each.error().code()).isEqualTo("InvalidVpcEndpointId.NotFound"));
    world.pass(Duration.ofMinutes(5));
    assertThat(
            world
                .providerEc2
                .describeVpcEndpointConnections(r -> {})
                .vpcEndpointConnections()
                .getFirst()
                .vpcEndpointStateAsString())
        .isEqualTo("pendingAcceptance");
  }

  @Test
  void a_service_of_another_account_cannot_be_accepted_for() {
    String service = world.service(nlb);
    assertThatThrownBy(
            () ->
                world.consumerEc2.acceptVpcEndpointConnections(
                    r -> r.serviceId(service).vpcEndpointIds("vpce-0123456789abcdef0")))
        .isInstanceOf(Ec2Exception.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void hosts_of_two_vpcs_have_no_route_to_each_other() {
    assertThat(((Blocked) world.path.connect(world.app, database, 3306)).reason())
        .isEqualTo(Reason.NO_ROUTE);
  }

  @Test
  void a_virtual_year_of_health_costs_next_to_nothing() {
    Instant before = world.world.now();
    long started = System.nanoTime();
    world.pass(Duration.ofDays(3650));
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
    assertThat(world.health(group).stateAsString()).isEqualTo("healthy");
    assertThat(Duration.between(before, world.world.now())).isEqualTo(Duration.ofDays(3650));
  }
}
