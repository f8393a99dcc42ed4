package dev.drawbridge.simulator.elbv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.ec2.Ec2Settings;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.ExposedDatabase;
import dev.drawbridge.simulator.network.Listener;
import dev.drawbridge.simulator.network.PathResult;
import dev.drawbridge.simulator.network.Probe;
import dev.drawbridge.simulator.network.Reached;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.InvalidConfigurationRequestException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.InvalidSubnetException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** Weighted groups, zones that come later, and checks over a probe that can change by itself. */
@SuppressWarnings("unchecked") // The SDK declares its consumers as generic varargs.
class ForwardingTest {
  private static final Duration SETTLED = Duration.ofMinutes(3);

  private final ExposedDatabase world = new ExposedDatabase();

  private static void open(ExposedDatabase world) {
    world.ec2.allowInbound(world.databaseGroup, 3306, 3306, "10.0.0.0/16");
    world.ec2.allowInbound(world.nlbGroup, 3306, 3307, "10.0.0.0/16");
  }

  private PathResult dial() {
    return world.path.connect("10.0.0.250", world.nodes().getFirst(), 3307);
  }

  private static Action weighted(String first, int weight, String second, int other) {
    return Action.builder()
        .type("forward")
        .forwardConfig(f -> f.targetGroups(share(first, weight), share(second, other)))
        .build();
  }

  private static TargetGroupTuple share(String group, int weight) {
    return TargetGroupTuple.builder().targetGroupArn(group).weight(weight).build();
  }

  /** One group a database instance, on one listener (AWS, "Listeners": weights 0 to 999). */
  private String listener(String group, String other) {
    String nlb = world.nlb(2, true);
    return world
        .nlbs
        .createListener(
            r ->
                r.loadBalancerArn(nlb)
                    .port(3307)
                    .protocol("TCP")
                    .defaultActions(weighted(group, 3, other, 1)))
        .listeners()
        .getFirst()
        .listenerArn();
  }

  private String groupOf(String name, String database) {
    String group = world.targetGroup(name, 3306);
    world.attribute(group, "load_balancing.cross_zone.enabled", "true");
    world.register(group, database, 3306);
    return group;
  }

  private long reaching(String database, int attempts) {
    return IntStream.range(0, attempts)
        .filter(n -> dial() instanceof Reached reached && reached.targetIp().equals(database))
        .count();
  }

  @Test
  void new_connections_are_shared_by_weight_and_weight_0_gets_none_once_propagated() {
    open(world);
    String first = world.database(0, 3306, Listener.plain());
    String second = world.database(1, 3306, Listener.plain());
    String group = groupOf("first", first);
    String other = groupOf("second", second);
    String listener = listener(group, other);
    world.pass(SETTLED);
    assertThat(reaching(first, 400)).isBetween(260L, 340L);

    world.nlbs.modifyListener(
        r -> r.listenerArn(listener).defaultActions(weighted(group, 0, other, 1)));
    world.pass(Duration.ofSeconds(70));
    assertThat(reaching(first, 100)).isPositive();
    world.pass(Duration.ofSeconds(10));
    assertThat(reaching(second, 100)).isEqualTo(100);
    assertThat(world.health(group).stateAsString()).isEqualTo("healthy");
  }

  @Test
  void a_listener_whose_groups_all_weigh_0_reaches_nobody() {
    open(world);
    String database = world.database(0, 3306, Listener.plain());
    String group = groupOf("first", database);
    String other = groupOf("second", database);
    String listener = listener(group, other);
    world.pass(SETTLED);
    world.nlbs.modifyListener(
        r -> r.listenerArn(listener).defaultActions(weighted(group, 0, other, 0)));
    world.pass(SETTLED);
    assertThat(((Blocked) dial()).reason()).isEqualTo(Blocked.Reason.NO_TARGET);
  }

  /** AWS, "Health checks": Target.NotInUse; the service follows only when it is modified. */
  @Test
  void a_zone_added_to_an_nlb_brings_its_targets_into_use_but_not_the_service() {
    open(world);
    String nlb = world.nlb(2, true);
    String far = world.database(2, 3306, Listener.plain());
    String group = world.targetGroup("writer", 3306);
    world.listener(nlb, 3307, group);
    world.register(group, far, 3306);
    String service = world.service(nlb);
    world.pass(SETTLED);
    assertThat(world.health(group).reasonAsString()).isEqualTo("Target.NotInUse");

    world.nlbs.setSubnets(r -> r.loadBalancerArn(nlb).subnets(ids(world.subnets)));
    world.pass(SETTLED);

    assertThat(world.health(group).stateAsString()).isEqualTo("healthy");
    assertThat(world.nodes()).hasSize(3);
    assertThat(zonesOf(service)).hasSize(2);
    world.providerEc2.modifyVpcEndpointServiceConfiguration(
        r -> r.serviceId(service).acceptanceRequired(true));
    assertThat(zonesOf(service)).hasSize(3);
  }

  private List<String> zonesOf(String service) {
    return world
        .providerEc2
        .describeVpcEndpointServiceConfigurations(r -> r.serviceIds(service))
        .serviceConfigurations()
        .getFirst()
        .availabilityZones();
  }

  @Test
  void an_nlb_takes_one_subnet_a_zone_and_none_of_another_vpc() {
    String nlb = world.nlb(2, true);
    SubnetRecord twin = world.ec2.createSubnet(world.vpc, "10.0.9.0/24", "eu-central-1a");
    SubnetRecord elsewhere =
        world.ec2.createSubnet(
            world.ec2.createVpc(ExposedDatabase.PROVIDER, "10.7.0.0/16"),
            "10.7.0.0/24",
            "eu-central-1a");
    assertThatThrownBy(
            () ->
                world.nlbs.setSubnets(
                    r -> r.loadBalancerArn(nlb).subnets(world.subnets.getFirst().id(), twin.id())))
        .isInstanceOf(InvalidConfigurationRequestException.class);
    assertThatThrownBy(
            () -> world.nlbs.setSubnets(r -> r.loadBalancerArn(nlb).subnets(elsewhere.id())))
        .isInstanceOf(InvalidSubnetException.class);
  }

  private static List<String> ids(List<SubnetRecord> subnets) {
    return subnets.stream().map(SubnetRecord::id).toList();
  }

  /** Stands for real sockets, or for hosts: {@code live} says which. */
  private static final class Switch implements Probe {
    private final boolean live;
    private boolean up = true;
    private int asked;

    Switch(boolean live) {
      this.live = live;
    }

    @Override
    public boolean connects(String sourceIp, String targetIp, int port) {
      asked++;
      return up;
    }

    @Override
    public boolean live() {
      return live;
    }
  }

  private static String checked(ExposedDatabase world) {
    open(world);
    String group = world.targetGroup("writer", 3306);
    world.listener(world.nlb(1, true), 3307, group);
    world.register(group, world.database(0, 3306, Listener.plain()), 3306);
    world.pass(SETTLED);
    assertThat(world.health(group).stateAsString()).isEqualTo("healthy");
    return group;
  }

  private static ExposedDatabase with(Probe probe) {
    return new ExposedDatabase(Ec2Settings.published(), ElbSettings.published(), probe);
  }

  @Test
  void checks_over_a_live_probe_notice_what_the_simulated_network_does_not_tell() {
    Switch sockets = new Switch(true);
    ExposedDatabase live = with(sockets);
    String group = checked(live);
    sockets.up = false;
    live.pass(Duration.ofSeconds(4));
    assertThat(live.health(group).stateAsString()).isEqualTo("healthy");
    live.pass(Duration.ofSeconds(7));
    assertThat(live.health(group).stateAsString()).isEqualTo("unhealthy");
    sockets.up = true;
    live.pass(Duration.ofSeconds(11));
    assertThat(live.health(group).stateAsString()).isEqualTo("healthy");
  }

  @Test
  void checks_over_any_other_probe_rest_until_the_network_changes() {
    Switch hosts = new Switch(false);
    ExposedDatabase quiet = with(hosts);
    String group = checked(quiet);
    int before = hosts.asked;
    quiet.pass(Duration.ofDays(1));
    assertThat(hosts.asked).isEqualTo(before);
    hosts.up = false;
    quiet.network.hosts().listen("10.0.2.9", 1, Listener.plain());
    quiet.pass(Duration.ofSeconds(11));
    assertThat(quiet.health(group).stateAsString()).isEqualTo("unhealthy");
  }
}
