package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.plan.Ownership;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What somebody else has changed, or left behind, and a run puts right. */
class MendingTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RequestText REQUEST = RequestText.to("orders");

  private final Scenario scenario = Scenario.virtual(23);
  private final Approver grace = scenario.approver("grace@example.com");
  private final Clients operator = scenario.installation().clientsOf("operator");
  private DbId database;

  @BeforeEach
  void setUp() {
    database =
        scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @Test
  void health_checks_that_somebody_slowed_down_are_as_fast_again() {
    start(REQUEST).finish();
    targetGroups()
        .forEach(
            group ->
                operator
                    .elb()
                    .modifyTargetGroup(
                        r ->
                            r.targetGroupArn(group.targetGroupArn())
                                .healthCheckIntervalSeconds(30)));

    startSecond().finish();

    assertThat(targetGroups())
        .isNotEmpty()
        .allMatch(group -> group.healthCheckIntervalSeconds() < 30);
  }

  @Test
  void a_load_balancer_that_somebody_took_out_of_a_zone_covers_it_again() {
    stopAt(start(REQUEST), "CreateListeners");
    LoadBalancer whole = loadBalancer();
    operator
        .elb()
        .setSubnets(
            r ->
                r.loadBalancerArn(whole.loadBalancerArn())
                    .subnets(whole.availabilityZones().getFirst().subnetId()));
    assertThat(loadBalancer().availabilityZones()).hasSize(1);

    start(REQUEST).finish();

    assertThat(loadBalancer().availabilityZones()).hasSameSizeAs(whole.availabilityZones());
  }

  @Test
  void a_rule_of_ours_in_the_databases_group_that_is_no_longer_wanted_goes() {
    start(REQUEST).finish();
    String arn = database.arn("cluster");
    operator
        .ec2()
        .authorizeSecurityGroupIngress(
            r ->
                r.groupId(scenario.provider().databaseGroup().id())
                    .ipPermissions(from("127.99.0.1/32"))
                    .tagSpecifications(
                        ByHand.tagged(ResourceType.SECURITY_GROUP_RULE, Ownership.tags(arn))));

    startSecond().finish();

    assertThat(rules(scenario.provider().databaseGroup().id()))
        .noneMatch(rule -> "127.99.0.1/32".equals(rule.cidrIpv4()));
  }

  @Test
  void a_denied_consumers_addresses_are_let_in_no_more() {
    enforce();
    Encounter encounter = start(enforced("127.20.1.0/24")).invited();
    encounter.createEndpoint();
    grace.deny(encounter.question());
    assertThat(encounter.end().status()).isEqualTo(ExecutionStatus.FAILED);

    assertThat(rules(loadBalancer().securityGroups().getFirst()))
        .noneMatch(rule -> "127.20.1.0/24".equals(rule.cidrIpv4()));
  }

  @Test
  void an_answer_that_did_not_reach_its_run_is_brought_by_the_schedule() {
    Encounter encounter = start(REQUEST).invited();
    encounter.createEndpoint();
    String question = encounter.question();
    scenario.world().faults().plan("states:SendTaskSuccess", Fault.CRASH_BEFORE_EFFECT, 1);
    grace.approve(question);
    assertThat(scenario.world().faults().usedUp()).isTrue();

    scenario.installation().startSchedules(Duration.ofMinutes(1));

    assertThat(encounter.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void a_question_that_was_answered_while_its_worker_died_is_not_asked_again() {
    Encounter encounter = start(REQUEST).invited();
    scenario
        .world()
        .faults()
        .plan(
            (who, what) -> who.role().equals("RequestApproval") && what.equals("sns:Publish"),
            Fault.CRASH_AFTER_EFFECT,
            3);
    encounter.createEndpoint();
    grace.approve(grace.question(1));

    assertThat(encounter.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(grace.questions().stream().distinct()).hasSize(1);
  }

  @Test
  void the_wait_of_a_run_that_was_stopped_is_cleared_away_by_the_schedule() {
    Encounter encounter = start(REQUEST).invited();
    encounter.run().stop();
    encounter.createEndpoint();

    scenario.installation().startSchedules(Duration.ofMinutes(1));
    scenario.world().scheduler().pause(Duration.ofMinutes(5));

    assertThat(waits()).isZero();
  }

  @Test
  void the_wait_of_a_run_that_was_stopped_is_cleared_away_by_a_late_answer() {
    Encounter encounter = start(REQUEST).invited();
    encounter.createEndpoint();
    String question = encounter.question();
    encounter.run().stop();

    grace.approve(question);

    assertThat(waits()).isZero();
  }

  private long waits() {
    return scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").stream()
        .filter(item -> "wait".equals(Objects.requireNonNull(item.get("pk")).s()))
        .count();
  }

  private void enforce() {
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
  }

  private static RequestText enforced(String cidr) {
    return REQUEST.with("enforcement", "on").with("consumerCidrs", List.of(cidr));
  }

  private Encounter start(RequestText request) {
    return Encounter.start(scenario, scenario.consumer(), grace, request.json());
  }

  private Encounter startSecond() {
    Caller account = new Caller("333333333333", "eu-central-1", "root");
    return Encounter.start(
        scenario,
        scenario.consumer(account, "127.30"),
        grace,
        REQUEST.with("consumerAccountId", account.account()).json());
  }

  private void stopAt(Encounter encounter, String state) {
    assertThat(encounter.run().reaches(state, HOUR)).isTrue();
    encounter.run().stop();
  }

  private List<TargetGroup> targetGroups() {
    return operator.elb().describeTargetGroups().targetGroups();
  }

  private LoadBalancer loadBalancer() {
    return operator.elb().describeLoadBalancers().loadBalancers().getFirst();
  }

  private List<SecurityGroupRule> rules(String group) {
    return operator.ec2().describeSecurityGroupRules(r -> {}).securityGroupRules().stream()
        .filter(rule -> rule.groupId().equals(group))
        .toList();
  }

  private static IpPermission from(String cidr) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(3306)
        .toPort(3306)
        .ipRanges(IpRange.builder().cidrIp(cidr).build())
        .build();
  }
}
