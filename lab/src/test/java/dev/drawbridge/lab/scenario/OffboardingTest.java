package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A consumer leaves, in whatever state its path is. */
class OffboardingTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /** More than a task and the SDK in it try, and few enough to be used up by its next try. */
  private static final int TRIES_OF_A_TASK = 40;

  private static final RequestText REQUEST = RequestText.to("orders");
  private static final RequestText SECOND = REQUEST.with("consumerAccountId", "333333333333");

  private final Scenario scenario = Scenario.virtual(15);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final Set<String> before = expose();

  private Set<String> expose() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    return Footprint.of(scenario);
  }

  @Test
  void endpoints_are_rejected_first_within_a_minute_then_principal_and_rules_go() {
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
    Encounter there =
        start(scenario.consumer(), REQUEST.with("consumerCidrs", List.of("127.20.0.0/16")));
    VpcEndpoint endpoint = there.finish();
    assertThat(there.connect(endpoint, 3307)).isInstanceOf(Reached.class);
    Changes changes = Changes.from(scenario);
    Instant ordered = scenario.world().scheduler().now();

    assertThat(end(order(id("222222222222"), false))).isEqualTo(ExecutionStatus.SUCCEEDED);

    assertThat(changes.actions())
        .containsExactly(
            "ec2:RejectVpcEndpointConnections",
            "ec2:ModifyVpcEndpointServicePermissions",
            "ec2:RevokeSecurityGroupIngress");
    CallRecord rejection =
        changes.calls().filter(call -> call.action().contains("Reject")).findFirst().orElseThrow();
    assertThat(Duration.between(ordered, rejection.at())).isLessThan(Duration.ofMinutes(1));
    assertThat(there.stateOf(endpoint)).isEqualTo("rejected");
    assertThat(there.connect(endpoint, 3307)).isInstanceOf(Blocked.class);
    assertThat(status("222222222222")).isEqualTo("OFFBOARDED");
    scenario.world().scheduler().pause(Duration.ofMinutes(1));
    assertThat(grace.messages()).anyMatch(text -> text.contains("orders/222222222222 has left"));
  }

  @Test
  void a_teardown_leaves_nothing_that_was_not_there_before() {
    start(scenario.consumer(), REQUEST).finish();
    assertThat(Footprint.of(scenario)).isNotEqualTo(before);

    assertThat(end(order(id("222222222222"), true))).isEqualTo(ExecutionStatus.SUCCEEDED);

    assertThat(Footprint.of(scenario)).isEqualTo(before);
    assertThat(table()).doesNotContain("loadBalancerArn");
  }

  /** Every state that an onboarding can be in for longer than a moment, and some that it cannot. */
  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CreateSecurityGroup",
        "CreateLoadBalancer",
        "AdmitLoadBalancer",
        "RefreshTargets",
        "AllowConsumer",
        "WaitForConsumer"
      })
  void an_onboarding_that_runs_is_ended_and_leaves_nothing(String state) {
    Onboarding run = scenario.onboard(REQUEST.json());
    assertThat(run.reaches(state, HOUR)).isTrue();

    assertThat(end(order(id("222222222222"), true))).isEqualTo(ExecutionStatus.SUCCEEDED);

    assertThat(run.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(Footprint.of(scenario)).isEqualTo(before);
    assertThat(status("222222222222")).isEqualTo("OFFBOARDED");
  }

  @Test
  void a_question_that_is_open_is_of_no_use_any_more() {
    Encounter there = start(scenario.consumer(), REQUEST).invited();
    VpcEndpoint endpoint = there.createEndpoint();
    String question = there.question();

    assertThat(end(order(id("222222222222"), false))).isEqualTo(ExecutionStatus.SUCCEEDED);
    grace.approve(question);
    scenario.world().scheduler().pause(HOUR);

    assertThat(there.stateOf(endpoint)).isEqualTo("rejected");
    assertThat(scenario.principals()).isEmpty();
  }

  @Test
  void a_run_that_was_stopped_lets_nobody_in_when_it_is_redriven() {
    Encounter there = start(scenario.consumer(), REQUEST).invited();

    assertThat(end(order(id("222222222222"), false))).isEqualTo(ExecutionStatus.SUCCEEDED);
    there.run().redrive();
    scenario.world().scheduler().pause(HOUR);

    assertThat(scenario.principals()).isEmpty();
  }

  @Test
  void what_was_built_stays_for_another_consumer_and_goes_with_the_last() {
    start(scenario.consumer(), REQUEST).finish();
    Encounter second = start(other(), SECOND);
    VpcEndpoint endpoint = second.finish();

    Offboarding first = order(id("222222222222"), true);
    assertThat(end(first)).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(first.describe().output()).contains("KEPT", "consumer 333333333333 uses it");
    assertThat(second.connect(endpoint, 3307)).isInstanceOf(Reached.class);

    assertThat(end(order(id("333333333333"), true))).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(Footprint.of(scenario)).isEqualTo(before);
  }

  @Test
  void a_connection_that_somebody_accepted_by_hand_keeps_what_was_built() {
    Encounter there = start(scenario.consumer(), REQUEST).invited();
    ConsumerSite stranger =
        scenario.consumer(new Caller("444444444444", "eu-central-1", "root"), "127.40");
    String service = scenario.endpointService().serviceId();
    var ec2 = scenario.installation().clientsOf("operator").ec2();
    ec2.modifyVpcEndpointServicePermissions(
        r -> r.serviceId(service).addAllowedPrincipals("arn:aws:iam::444444444444:root"));
    VpcEndpoint endpoint = stranger.createEndpoint(there.serviceName());
    ec2.acceptVpcEndpointConnections(
        r -> r.serviceId(service).vpcEndpointIds(endpoint.vpcEndpointId()));
    scenario.world().scheduler().pause(Duration.ofMinutes(5));

    Offboarding run = order(id("222222222222"), true);

    assertThat(end(run)).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.describe().output()).contains("KEPT", endpoint.vpcEndpointId());
    assertThat(stranger.endpoint(endpoint.vpcEndpointId()).stateAsString()).isEqualTo("available");
  }

  @Test
  void a_consumer_who_asks_again_after_having_left_is_asked_for_consent_again() {
    start(scenario.consumer(), REQUEST).finish();
    assertThat(end(order(id("222222222222"), true))).isEqualTo(ExecutionStatus.SUCCEEDED);

    Encounter again = start(scenario.consumer(), REQUEST);
    VpcEndpoint endpoint = again.finish();

    assertThat(again.run().describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(again.connect(endpoint, 3307)).isInstanceOf(Reached.class);
    assertThat(status("222222222222")).isEqualTo("ONBOARDED");
  }

  @Test
  void a_new_onboarding_waits_until_what_is_taken_down_is_gone() {
    start(scenario.consumer(), REQUEST).finish();
    Offboarding leaving = order(id("222222222222"), true);
    assertThat(leaving.reaches("DeleteLoadBalancer")).isTrue();

    Encounter second = start(other(), SECOND);
    VpcEndpoint endpoint = second.finish();

    assertThat(leaving.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(second.run().describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(second.connect(endpoint, 3307)).isInstanceOf(Reached.class);
  }

  @Test
  void two_orders_at_a_time_are_one_offboarding() {
    start(scenario.consumer(), REQUEST).finish();
    String id = id("222222222222");
    Offboarding first = order(id, false);
    assertThat(first.reaches("OutliveWorkers")).isTrue();
    Offboarding second =
        Offboarding.startByHand(
            scenario, "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"222222222222\"}");

    assertThat(second.end().output()).contains("ALREADY_LEAVING", first.executionArn());
    assertThat(first.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  /** Stopped at each state, ordered again: it goes on from what there is. */
  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "BeginOffboarding",
        "RejectEndpoints",
        "RemovePrincipal",
        "RemoveConsumerRules",
        "OutliveWorkers",
        "DecideTeardown",
        "DeleteEndpointService",
        "DeleteLoadBalancer",
        "DeleteTargetGroups",
        "RevokeAdmission",
        "DeleteSecurityGroup",
        "CompleteOffboarding"
      })
  void stopped_at_any_state_a_redrive_and_a_new_order_both_finish_it(String state) {
    start(scenario.consumer(), REQUEST).finish();
    String id = id("222222222222");
    Offboarding first = order(id, true);
    assertThat(first.reaches(state)).isTrue();
    first.stop();
    Offboarding second = order(id, true);
    assertThat(second.reaches(state)).isTrue();
    second.stop();

    second.redrive();

    assertThat(end(second)).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(Footprint.of(scenario)).isEqualTo(before);
    assertThat(status("222222222222")).isEqualTo("OFFBOARDED");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CRASH_BEFORE_EFFECT", "CRASH_AFTER_EFFECT", "TIMEOUT_AFTER_EFFECT", "THROTTLED"})
  void a_worker_that_dies_at_any_call_is_made_up_for(Fault fault) {
    start(scenario.consumer(), REQUEST).finish();
    String id = id("222222222222");
    for (String action :
        List.of(
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "ec2:RejectVpcEndpointConnections",
            "ec2:ModifyVpcEndpointServicePermissions",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:DeleteVpcEndpointConnectionNotifications",
            "ec2:DeleteVpcEndpointServiceConfigurations",
            "elasticloadbalancing:DeleteLoadBalancer",
            "elasticloadbalancing:DeleteTargetGroup",
            "ec2:DeleteSecurityGroup",
            "sns:Publish")) {
      scenario
          .world()
          .faults()
          .plan(
              (caller, called) -> scenario.installation().isWorker(caller) && called.equals(action),
              fault,
              1);
    }

    assertThat(end(order(id, true))).isEqualTo(ExecutionStatus.SUCCEEDED);

    assertThat(Footprint.of(scenario)).isEqualTo(before);
    assertThat(scenario.world().faults().usedUp()).isTrue();
  }

  @Test
  void an_onboarding_that_has_not_begun_never_begins() {
    Onboarding run = scenario.onboard(REQUEST.json());

    assertThat(end(order(id("222222222222"), true))).isEqualTo(ExecutionStatus.SUCCEEDED);
    scenario.world().scheduler().pause(HOUR);

    assertThat(run.describe().status()).isNotEqualTo(ExecutionStatus.RUNNING);
    assertThat(Footprint.of(scenario)).isEqualTo(before);
  }

  @Test
  void a_consumer_who_is_being_onboarded_keeps_what_was_built() {
    start(scenario.consumer(), REQUEST).finish();
    Encounter second = start(other(), SECOND).invited();

    Offboarding first = order(id("222222222222"), true);

    assertThat(end(first)).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(first.describe().output()).contains("KEPT", "333333333333 is being onboarded");
    VpcEndpoint endpoint = second.createEndpoint();
    grace.approve(second.question());
    second.end();
    assertThat(second.connect(endpoint, 3307)).isInstanceOf(Reached.class);
  }

  @Test
  void two_who_leave_at_a_time_take_it_down_together() {
    start(scenario.consumer(), REQUEST).finish();
    start(other(), SECOND).finish();

    Offboarding first = order(id("222222222222"), true);
    Offboarding second = order(id("333333333333"), true);

    assertThat(end(first)).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(end(second)).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(Footprint.of(scenario)).isEqualTo(before);
  }

  @Test
  void an_endpoint_of_a_stranger_that_waits_does_not_keep_what_was_built() {
    Encounter there = start(scenario.consumer(), REQUEST).invited();
    String service = scenario.endpointService().serviceId();
    scenario
        .installation()
        .clientsOf("operator")
        .ec2()
        .modifyVpcEndpointServicePermissions(
            r -> r.serviceId(service).addAllowedPrincipals("arn:aws:iam::333333333333:root"));
    ConsumerSite stranger = other();
    VpcEndpoint endpoint = stranger.createEndpoint(there.serviceName());

    assertThat(end(order(id("222222222222"), true))).isEqualTo(ExecutionStatus.SUCCEEDED);

    assertThat(stranger.endpoint(endpoint.vpcEndpointId()).stateAsString()).isEqualTo("rejected");
    assertThat(Footprint.of(scenario)).isEqualTo(before);
  }

  @Test
  void a_load_balancer_that_somebody_protected_stays_and_people_are_told() {
    start(scenario.consumer(), REQUEST).finish();
    protect("true");
    DescribeExecutionResponse halted = order(id("222222222222"), true).end();
    scenario.world().scheduler().pause(Duration.ofMinutes(1));

    assertThat(halted.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(halted.cause()).contains("deletion_protection.enabled", "nothing was deleted");
    assertThat(
            scenario
                .installation()
                .clientsOf("operator")
                .ec2()
                .describeVpcEndpointServiceConfigurations()
                .serviceConfigurations())
        .hasSize(1);
    assertThat(grace.messages()).anyMatch(text -> text.contains("came to a halt"));
    assertThat(listed("222222222222").path("stands").asText()).contains("came to a halt");

    protect("false");
    assertThat(end(order(id("222222222222"), true))).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(Footprint.of(scenario)).isEqualTo(before);
  }

  @Test
  void trouble_breaks_it_off_with_a_sentence_and_a_redrive_goes_on() {
    start(scenario.consumer(), REQUEST).finish();
    scenario
        .world()
        .faults()
        .plan("elasticloadbalancing:DeleteTargetGroup", Fault.INTERNAL_ERROR, TRIES_OF_A_TASK);
    Offboarding run = order(id("222222222222"), true);
    DescribeExecutionResponse broken = run.end();

    assertThat(broken.error()).isEqualTo("BrokenOff");
    assertThat(broken.cause()).contains("then redrive this execution").doesNotContain("{");

    run.redrive();
    assertThat(end(run)).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(Footprint.of(scenario)).isEqualTo(before);
  }

  @Test
  void only_an_operator_may_order_a_teardown() {
    start(scenario.consumer(), REQUEST).finish();
    ApiCaller consumer = scenario.caller(Principal.session("222222222222", "application", "x"));
    String path = "/onboardings/" + id("222222222222");

    assertThat(consumer.call("DELETE", path + "?teardown=true").status()).isEqualTo(403);
    assertThat(consumer.call("DELETE", path + "?teardown=perhaps").status()).isEqualTo(400);
    assertThat(consumer.call("DELETE", path).status()).isEqualTo(202);
  }

  @Test
  void a_path_that_nobody_asked_for_is_refused_and_leaves_no_item() {
    String items = table();
    DescribeExecutionResponse run =
        Offboarding.startByHand(
                scenario,
                "{\"databaseIdentifier\":\"made-up\",\"consumerAccountId\":\"222222222222\",\"x\":1}")
            .end();

    assertThat(run.error()).isEqualTo("dev.drawbridge.error.InvalidRequest");
    assertThat(run.cause()).contains("unknown field");
    assertThat(
            Offboarding.startByHand(
                    scenario,
                    "{\"databaseIdentifier\":\"made-up\",\"consumerAccountId\":\"222222222222\"}")
                .end()
                .cause())
        .contains("made-up is refused");
    assertThat(table()).isEqualTo(items);
  }

  private ConsumerSite other() {
    return scenario.consumer(new Caller("333333333333", "eu-central-1", "root"), "127.30");
  }

  private void protect(String value) {
    ElasticLoadBalancingV2Client elb = scenario.installation().clientsOf("operator").elb();
    String arn = elb.describeLoadBalancers().loadBalancers().getFirst().loadBalancerArn();
    LoadBalancerAttribute protection =
        LoadBalancerAttribute.builder().key("deletion_protection.enabled").value(value).build();
    elb.modifyLoadBalancerAttributes(r -> r.loadBalancerArn(arn).attributes(protection));
  }

  private Encounter start(ConsumerSite consumer, RequestText request) {
    return Encounter.start(scenario, consumer, grace, request.json());
  }

  private Offboarding order(String id, boolean teardown) {
    return Offboarding.order(scenario, ada, id, teardown);
  }

  private static ExecutionStatus end(Offboarding run) {
    DescribeExecutionResponse end = run.end();
    assertThat(end.error()).as("%s", end.cause()).isNull();
    return end.status();
  }

  private String id(String account) {
    return listed(account).path("id").asText();
  }

  private String status(String account) {
    return listed(account).path("status").asText();
  }

  private JsonNode listed(String account) {
    return ada.call("GET", "/onboardings?consumer=" + account).body().at("/onboardings/0");
  }

  private String table() {
    return scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").toString();
  }
}
