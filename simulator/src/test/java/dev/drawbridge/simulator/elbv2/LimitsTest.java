package dev.drawbridge.simulator.elbv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.ec2.Ec2Settings;
import dev.drawbridge.simulator.network.ExposedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** Throttling, quotas and defaults of Elastic Load Balancing. */
@SuppressWarnings("unchecked") // The SDK declares its consumers as generic varargs.
class LimitsTest {

  private static void refused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ElasticLoadBalancingV2Exception.class,
            error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code));
  }

  /** A client that does not try again, which would hide what is throttled. */
  private static ElasticLoadBalancingV2Client impatient(ExposedDatabase world, String account) {
    return world.clients.of(
        ElasticLoadBalancingV2Client.builder()
            .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry())),
        account);
  }

  private static ExposedDatabase throttled() {
    return new ExposedDatabase(Ec2Settings.published(), ElbSettings.published().throttled(), null);
  }

  /** AWS, "Request throttling for the ELB API": registrations 20, refilled by 4 a second. */
  @Test
  void registrations_are_throttled_after_20_and_4_more_pass_a_second_later() {
    ExposedDatabase world = throttled();
    String group = world.targetGroup("writer", 3306);
    ElasticLoadBalancingV2Client nlbs = impatient(world, "111111111111");
    TargetDescription target = ExposedDatabase.target("10.0.0.9", 3306);
    ThrowingCallable deregister =
        () -> nlbs.deregisterTargets(r -> r.targetGroupArn(group).targets(target));

    IntStream.range(0, 20).forEach(n -> assertThatCode(deregister).doesNotThrowAnyException());
    refused(deregister, "ThrottlingException");
    world.pass(Duration.ofSeconds(1));
    IntStream.range(0, 4).forEach(n -> assertThatCode(deregister).doesNotThrowAnyException());
    refused(deregister, "ThrottlingException");
  }

  /** The same page: CreateLoadBalancer and SetSubnets share 10, refilled by one in 5 seconds. */
  @Test
  void creations_have_a_bucket_of_their_own_that_refills_slowest() {
    ExposedDatabase world = throttled();
    String nlb = world.nlb(2, true);
    world.pass(Duration.ofMinutes(1));
    ElasticLoadBalancingV2Client nlbs = impatient(world, "111111111111");
    List<String> subnets = world.subnets.stream().map(each -> each.id()).toList();
    ThrowingCallable set = () -> nlbs.setSubnets(r -> r.loadBalancerArn(nlb).subnets(subnets));

    IntStream.range(0, 10).forEach(n -> assertThatCode(set).doesNotThrowAnyException());
    refused(set, "ThrottlingException");
    assertThatCode(() -> world.targetGroup("writer", 3306)).doesNotThrowAnyException();
    world.pass(Duration.ofSeconds(5));
    assertThatCode(set).doesNotThrowAnyException();
    refused(set, "ThrottlingException");
  }

  @Test
  void one_account_does_not_use_up_the_bucket_of_another() {
    ExposedDatabase world = throttled();
    ElasticLoadBalancingV2Client nlbs = impatient(world, "111111111111");
    ThrowingCallable describe = () -> nlbs.describeLoadBalancers(r -> {});
    IntStream.range(0, 200).forEach(n -> assertThatCode(describe).doesNotThrowAnyException());
    refused(describe, "ThrottlingException");
    ElasticLoadBalancingV2Client other = impatient(world, "222222222222");
    assertThatCode(() -> other.describeLoadBalancers(r -> {})).doesNotThrowAnyException();
  }

  /** AWS, "Quotas for your Network Load Balancers". */
  @Test
  void an_nlb_has_50_listeners_and_a_region_50_nlbs() {
    ExposedDatabase world = new ExposedDatabase();
    String nlb = world.nlb(1, true);
    String group = world.targetGroup("writer", 3306);
    IntStream.range(0, 50).forEach(n -> world.listener(nlb, 4000 + n, group));
    refused(() -> world.listener(nlb, 5000, group), "TooManyListeners");

    IntStream.range(1, 50).forEach(n -> bare(world, "more-" + n));
    refused(() -> bare(world, "too-many"), "TooManyLoadBalancers");
  }

  /** The same page: "each Network Load Balancer uses one network interface per zone". */
  @Test
  void a_vpc_has_so_many_interfaces_of_load_balancers_as_its_quota_says() {
    ElbSettings published = ElbSettings.published();
    ExposedDatabase world =
        new ExposedDatabase(
            Ec2Settings.published(),
            published.quotas(published.quotas().raised(50, 2, 3000)),
            null);
    world.nlb(2, true);

    refused(() -> bare(world, "one-more"), "TooManyLoadBalancers");
  }

  private static void bare(ExposedDatabase world, String name) {
    world.nlbs.createLoadBalancer(
        r ->
            r.name(name).type("network").scheme("internal").subnets(world.subnets.getFirst().id()));
  }

  /** The same page: 1,000 targets a group. */
  @Test
  void a_group_has_1000_targets() {
    ExposedDatabase world = new ExposedDatabase();
    String group = world.targetGroup("writer", 3306);
    List<TargetDescription> thousand =
        IntStream.range(0, 1000).mapToObj(n -> ExposedDatabase.target("10.0.0.9", 1 + n)).toList();
    world.nlbs.registerTargets(r -> r.targetGroupArn(group).targets(thousand));
    refused(() -> world.register(group, "10.0.0.10", 3306), "TooManyTargets");
    assertThatCode(() -> world.register(group, "10.0.0.9", 1000)).doesNotThrowAnyException();
  }

  /** The same page: five groups an action. */
  @Test
  void an_action_has_five_groups_of_weights_up_to_999() {
    ExposedDatabase world = new ExposedDatabase();
    String nlb = world.nlb(1, true);
    List<TargetGroupTuple> six =
        IntStream.range(0, 6)
            .mapToObj(n -> world.targetGroup("group-" + n, 3306))
            .map(arn -> TargetGroupTuple.builder().targetGroupArn(arn).weight(1).build())
            .toList();
    refused(() -> listen(world, nlb, six), "TooManyTargetGroups");
    TargetGroupTuple heavy = six.getFirst().toBuilder().weight(1000).build();
    refused(() -> listen(world, nlb, List.of(heavy)), "ValidationError");
    assertThatCode(() -> listen(world, nlb, six.subList(0, 5))).doesNotThrowAnyException();
  }

  private static void listen(ExposedDatabase world, String nlb, List<TargetGroupTuple> groups) {
    Action action =
        Action.builder().type("forward").forwardConfig(f -> f.targetGroups(groups)).build();
    world.nlbs.createListener(
        r -> r.loadBalancerArn(nlb).port(3307).protocol("TCP").defaultActions(action));
  }

  /** API reference of CreateTargetGroup; the recipe's mistake S6 is to leave these as they are. */
  @Test
  void a_group_made_without_health_check_numbers_checks_every_30_seconds_and_needs_5_to_return() {
    ExposedDatabase world = new ExposedDatabase();
    TargetGroup made =
        world
            .nlbs
            .createTargetGroup(
                r ->
                    r.name("plain")
                        .protocol("TCP")
                        .targetType("ip")
                        .port(3306)
                        .vpcId(world.vpc.id()))
            .targetGroups()
            .getFirst();
    assertThat(made.healthCheckIntervalSeconds()).isEqualTo(30);
    assertThat(made.healthCheckTimeoutSeconds()).isEqualTo(10);
    assertThat(made.healthyThresholdCount()).isEqualTo(5);
    assertThat(made.unhealthyThresholdCount()).isEqualTo(2);
    assertThat(made.healthCheckPort()).isEqualTo("traffic-port");
    assertThat(made.healthCheckEnabled()).isTrue();
  }

  /** API reference of ModifyTargetGroup: what holds at creation holds afterwards. */
  @Test
  void a_time_out_above_the_interval_is_refused_when_a_group_is_changed_too() {
    ExposedDatabase world = new ExposedDatabase();
    String group = world.targetGroup("writer", 3306);
    refused(
        () ->
            world.nlbs.modifyTargetGroup(r -> r.targetGroupArn(group).healthCheckTimeoutSeconds(6)),
        "ValidationError");
    refused(
        () ->
            world.nlbs.modifyTargetGroup(
                r -> r.targetGroupArn(group).healthCheckIntervalSeconds(4)),
        "ValidationError");
  }
}
