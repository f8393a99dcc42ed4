package dev.drawbridge.simulator.elbv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.Cut;
import dev.drawbridge.simulator.network.ExposedDatabase;
import dev.drawbridge.simulator.network.Listener;
import dev.drawbridge.simulator.network.PathResult;
import dev.drawbridge.simulator.network.Reached;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DuplicateListenerException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DuplicateTargetGroupNameException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.InvalidConfigurationRequestException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.InvalidTargetException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/** Targets and their health, driven with the SDK's own client. */
@SuppressWarnings("unchecked") // The SDK declares its consumers as generic varargs.
class TargetHealthTest {
  private final ExposedDatabase world = new ExposedDatabase();
  private String nlb = "";
  private String group = "";
  private String database = "";

  @BeforeEach
  void expose() {
    database = world.database(0, 3306, Listener.plain());
    world.ec2.allowInbound(world.databaseGroup, 3306, 3306, "10.0.0.0/16");
    world.ec2.allowInbound(world.nlbGroup, 3306, 3307, "10.0.0.0/16");
    nlb = world.nlb(2, true);
    group = world.targetGroup("writer", 3306);
    world.attribute(group, "load_balancing.cross_zone.enabled", "true");
    world.attribute(group, "deregistration_delay.timeout_seconds", "0");
    world.listener(nlb, 3307, group);
  }

  private PathResult dial() {
    return world.path.connect("10.0.0.250", world.nodes().getFirst(), 3307);
  }

  private String state() {
    return world.health(group).stateAsString();
  }

  private List<?> targets() {
    return world.nlbs.describeTargetHealth(r -> r.targetGroupArn(group)).targetHealthDescriptions();
  }

  /** AWS, "Health checks": a new target is healthy at its first passed check. */
  @Test
  void a_new_target_is_initial_while_aws_propagates_and_healthy_at_its_first_check() {
    world.register(group, database, 3306);
    world.pass(Duration.ofSeconds(119));
    TargetHealth early = world.health(group);
    assertThat(early.stateAsString()).isEqualTo("initial");
    assertThat(early.reasonAsString()).isEqualTo("Elb.RegistrationInProgress");
    world.pass(Duration.ofSeconds(2));
    assertThat(state()).isEqualTo("healthy");
    assertThat(dial()).isInstanceOf(Reached.class);
  }

  @Test
  void a_silent_target_turns_unhealthy_after_the_threshold_and_returns() {
    world.register(group, database, 3306);
    world.pass(Duration.ofMinutes(3));
    world.network.hosts().close(database, 3306);
    world.pass(Duration.ofSeconds(9));
    assertThat(state()).isEqualTo("healthy");
    world.pass(Duration.ofSeconds(2));
    assertThat(state()).isEqualTo("unhealthy");
    world.network.hosts().listen(database, 3306, Listener.plain());
    world.pass(Duration.ofSeconds(11));
    assertThat(state()).isEqualTo("healthy");
  }

  /** AWS, "Connection termination for unhealthy targets". */
  @Test
  void an_unhealthy_target_keeps_its_connections_for_the_interval_where_one_is_set() {
    world.attribute(group, "target_health_state.unhealthy.connection_termination.enabled", "false");
    world.attribute(group, "target_health_state.unhealthy.draining_interval_seconds", "60");
    world.register(group, database, 3306);
    world.pass(Duration.ofMinutes(3));
    List<Cut> cuts = new ArrayList<>();
    world.network.connections().open((Reached) dial(), cuts::add);
    world.network.hosts().close(database, 3306);
    world.pass(Duration.ofSeconds(12));
    assertThat(state()).isEqualTo("unhealthy.draining");
    assertThat(cuts).isEmpty();
    world.pass(Duration.ofSeconds(60));
    assertThat(state()).isEqualTo("unhealthy");
    assertThat(cuts).containsExactly(Cut.TARGET_UNHEALTHY);
  }

  /** AWS, "Enable zonal shift for your Network Load Balancer". */
  @Test
  void zonal_shift_across_zones_demands_that_no_group_terminates_unhealthy_connections() {
    balancerAttribute("zonal_shift.config.enabled");
    assertThatThrownBy(() -> balancerAttribute("load_balancing.cross_zone.enabled"))
        .isInstanceOf(InvalidConfigurationRequestException.class)
        .hasMessageContaining(group);
    world.attribute(group, "target_health_state.unhealthy.connection_termination.enabled", "false");
    balancerAttribute("load_balancing.cross_zone.enabled");
  }

  private void balancerAttribute(String key) {
    world.nlbs.modifyLoadBalancerAttributes(
        r -> r.loadBalancerArn(nlb).attributes(each -> each.key(key).value("true")));
  }

  /** AWS, "Health checks": targets that are all unhealthy are all used. */
  @Test
  void a_group_whose_targets_are_all_unhealthy_fails_open() {
    world.register(group, database, 3306);
    world.pass(Duration.ofMinutes(3));
    world.network.hosts().close(database, 3306);
    world.pass(Duration.ofMinutes(3));
    assertThat(((Blocked) dial()).reason()).isEqualTo(Blocked.Reason.REFUSED);
  }

  /** aws/containers-roadmap#470. */
  @Test
  void new_connections_still_reach_a_deregistered_target_until_aws_has_propagated() {
    world.register(group, database, 3306);
    world.pass(Duration.ofMinutes(3));
    world.deregister(group, ExposedDatabase.target(database, 3306));
    world.pass(Duration.ofSeconds(100));
    assertThat(targets()).isEmpty();
    assertThat(dial()).isInstanceOf(Reached.class);
    world.pass(Duration.ofSeconds(30));
    assertThat(((Blocked) dial()).reason()).isEqualTo(Blocked.Reason.NO_TARGET);
  }

  @Test
  void connection_termination_cuts_at_the_end_of_the_delay_and_its_absence_does_not() {
    world.register(group, database, 3306);
    world.pass(Duration.ofMinutes(3));
    List<Cut> cuts = new ArrayList<>();
    world.network.connections().open((Reached) dial(), cuts::add);
    world.deregister(group, ExposedDatabase.target(database, 3306));
    world.pass(Duration.ofHours(1));
    assertThat(cuts).isEmpty();
    world.register(group, database, 3306);
    world.pass(Duration.ofMinutes(3));
    world.attribute(group, "deregistration_delay.connection_termination.enabled", "true");
    world.deregister(group, ExposedDatabase.target(database, 3306));
    world.pass(Duration.ofSeconds(1));
    assertThat(cuts).containsExactly(Cut.TARGET_DEREGISTERED);
  }

  @Test
  void a_draining_target_can_be_registered_again() {
    world.attribute(group, "deregistration_delay.timeout_seconds", "300");
    world.register(group, database, 3306);
    world.pass(Duration.ofMinutes(3));
    world.deregister(group, ExposedDatabase.target(database, 3306));
    assertThat(world.health(group).reasonAsString()).isEqualTo("Target.DeregistrationInProgress");
    world.register(group, database, 3306);
    world.pass(Duration.ofMinutes(10));
    assertThat(state()).isEqualTo("healthy");
  }

  /** chaostoolkit-aws#60: a target of another port than the group's (recipe mistake S5). */
  @Test
  void deregistering_without_the_port_changes_nothing_and_says_nothing() {
    String odd = world.targetGroup("odd", 3307);
    world.listener(nlb, 3308, odd);
    world.register(odd, database, 3306);
    world.deregister(odd, TargetDescription.builder().id(database).build());
    world.pass(Duration.ofMinutes(3));
    assertThat(world.health(odd).stateAsString()).isEqualTo("healthy");
  }

  /** A writer group whose port differs from the database's: registered at the group's port. */
  @Test
  void a_target_without_a_port_is_checked_at_the_groups_port() {
    String odd = world.targetGroup("odd", 3307);
    world.listener(nlb, 3308, odd);
    world.nlbs.registerTargets(r -> r.targetGroupArn(odd).targets(t -> t.id(database)));
    world.pass(Duration.ofMinutes(3));
    assertThat(world.health(odd).stateAsString()).isEqualTo("unhealthy");
  }

  /** AWS, "Health checks": Target.NotInUse. */
  @Test
  void a_target_in_a_zone_that_the_nlb_lacks_is_unused() {
    String far = world.database(2, 3306, Listener.plain());
    world.register(group, far, 3306);
    world.pass(Duration.ofMinutes(5));
    assertThat(world.health(group).reasonAsString()).isEqualTo("Target.NotInUse");
  }

  @Test
  void a_target_outside_the_vpc_is_refused() {
    assertThatThrownBy(() -> world.register(group, "192.168.7.7", 3306))
        .isInstanceOf(InvalidTargetException.class);
  }

  @Test
  void an_unknown_target_is_described_as_not_registered() {
    var health =
        world
            .nlbs
            .describeTargetHealth(
                r -> r.targetGroupArn(group).targets(t -> t.id("10.0.0.99").port(1)))
            .targetHealthDescriptions();
    assertThat(health.getFirst().targetHealth().reasonAsString()).isEqualTo("Target.NotRegistered");
  }

  /** cloudposse/terraform-aws-nlb#54: the default time-out is 10 s. */
  @Test
  void an_interval_below_the_time_out_is_refused() {
    assertThatThrownBy(
            () ->
                world.nlbs.createTargetGroup(
                    world.group("five", 3306).healthCheckTimeoutSeconds(null).build()))
        .isInstanceOf(ElasticLoadBalancingV2Exception.class)
        .hasMessageContaining("timeout");
  }

  @Test
  void checks_of_targets_by_address_cannot_be_disabled() {
    assertThatThrownBy(
            () ->
                world.nlbs.createTargetGroup(
                    world.group("off", 3306).healthCheckEnabled(false).build()))
        .isInstanceOf(InvalidConfigurationRequestException.class);
  }

  /** AWS, "Update the security groups for your Network Load Balancer". */
  @Test
  void an_nlb_made_without_a_security_group_never_gets_one() {
    String bare = world.nlb(1, false);
    assertThatThrownBy(() -> world.enforce(bare, "off"))
        .isInstanceOf(InvalidConfigurationRequestException.class);
  }

  @Test
  void the_same_request_again_succeeds_and_another_of_the_name_conflicts() {
    assertThat(world.targetGroup("writer", 3306)).isEqualTo(group);
    assertThatThrownBy(() -> world.targetGroup("writer", 3307))
        .isInstanceOf(DuplicateTargetGroupNameException.class);
    String other = world.targetGroup("other", 3306);
    world.listener(nlb, 3307, group);
    assertThatThrownBy(() -> world.listener(nlb, 3307, other))
        .isInstanceOf(DuplicateListenerException.class);
  }

  @Test
  void a_group_in_use_cannot_be_deleted() {
    assertThatThrownBy(() -> world.nlbs.deleteTargetGroup(r -> r.targetGroupArn(group)))
        .isInstanceOf(ResourceInUseException.class);
  }

  @Test
  void a_changed_listener_uses_its_former_group_until_aws_has_propagated() {
    world.register(group, database, 3306);
    world.pass(Duration.ofMinutes(3));
    String other = world.targetGroup("other", 3306);
    String listener =
        world
            .nlbs
            .describeListeners(r -> r.loadBalancerArn(nlb))
            .listeners()
            .getFirst()
            .listenerArn();
    world.nlbs.modifyListener(
        r -> r.listenerArn(listener).defaultActions(ExposedDatabase.forward(other)));
    world.pass(Duration.ofSeconds(70));
    assertThat(dial()).isInstanceOf(Reached.class);
    world.pass(Duration.ofSeconds(10));
    assertThat(((Blocked) dial()).reason()).isEqualTo(Blocked.Reason.NO_TARGET);
  }
}
