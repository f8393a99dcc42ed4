package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What all consumers share is changed by the database's owner, and by nobody else. */
class OwnersRunTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RequestText OWNER = RequestText.ofOwner("orders");
  private static final RequestText ENFORCED = OWNER.with("enforcement", "on");
  private static final RequestText A = RequestText.to("orders");
  private static final RequestText B = A.with("consumerAccountId", "333333333333");
  private static final RequestText C = A.with("consumerAccountId", "444444444444");

  private final Scenario scenario = Scenario.virtual(7);
  private final Approver grace = scenario.approver("grace@example.com");

  @BeforeEach
  void setUp() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  }

  @Test
  void a_run_without_a_consumer_exposes_the_database_and_lets_nobody_in() {
    Onboarding run = scenario.expose(OWNER);
    assertThat(run.output().path("status").asText()).isEqualTo("EXPOSED");
    assertThat(run.output().path("writerPort").asInt()).isEqualTo(5433);
    assertThat(ports()).containsExactly(5432, 5433);
    String service = run.output().path("serviceId").asText();
    assertThat(
            scenario
                .installation()
                .clientsOf("operator")
                .ec2()
                .describeVpcEndpointServicePermissions(r -> r.serviceId(service))
                .allowedPrincipals())
        .isEmpty();
    assertThat(run.statesEntered()).doesNotContain("ClaimOnboarding", "AllowConsumer");
  }

  @Test
  void whoever_is_refused_stands_in_nobodys_way() {
    scenario.expose(ENFORCED);
    start(scenario.consumer(), in(A, "127.20.0.0/16")).finish();
    start(site("333333333333", "127.30"), in(B, "127.30.0.0/16")).finish();
    RequestText off = A.with("enforcement", "off");
    ApiCaller.Reply at =
        scenario
            .caller(scenario.people().operator("ada@example.com"))
            .call("POST", "/onboardings", off.json());
    assertThat(at.status()).isEqualTo(400);
    assertThat(at.body().path("faults").findValuesAsText("field"))
        .containsExactly("enforcement", "consumerCidrs");
    DescribeExecutionResponse refused = scenario.startByHand(off.json()).end(HOUR);
    assertThat(refused.error()).isEqualTo("dev.drawbridge.error.InvalidRequest");
    assertThat(refused.cause()).contains("enforcement: off", "exposure orders has on");

    Encounter third = start(site("444444444444", "127.40"), in(C, "127.40.0.0/16"));
    VpcEndpoint endpoint = third.finish();

    assertThat(third.run().describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(third.connect(endpoint, 5433)).isInstanceOf(Reached.class);
    Encounter again = start(scenario.consumer(), in(A, "127.20.0.0/16"));
    again.end();
    assertThat(again.run().output().path("attempt").asInt()).isEqualTo(1);
  }

  @Test
  void a_request_never_moves_what_others_use() {
    start(scenario.consumer(), A).finish();
    Changes changes = Changes.from(scenario);
    for (RequestText request :
        List.of(
            B.with("readerPort", 4306),
            B.with("writerPort", 4307),
            B.with("enforcement", "on").with("consumerCidrs", List.of("127.30.0.0/16")),
            B.with("manageDatabaseSecurityGroup", false),
            B.with("acceptHostBlockRisk", false),
            B.with("acceptKeepsAwake", true),
            B.with("subnetIds", List.of("subnet-0123456789abcdef0")),
            B.with("quorum", 2),
            B.with("switching", "repoint"))) {
      DescribeExecutionResponse end = scenario.startByHand(request.json()).end(HOUR);
      assertThat(end.error()).as(request.json()).isEqualTo("dev.drawbridge.error.InvalidRequest");
    }
    assertThat(changes.actions()).isEmpty();
    assertThat(ports()).containsExactly(5432, 5433);
  }

  @Test
  void what_is_so_already_may_be_said() {
    scenario.expose(OWNER.with("writerPort", 6000));
    Encounter first =
        start(scenario.consumer(), A.with("readerPort", 5432).with("writerPort", 6000));
    VpcEndpoint endpoint = first.finish();
    assertThat(first.connect(endpoint, 6000)).isInstanceOf(Reached.class);
  }

  @Test
  void a_plan_says_what_would_change_and_whom_it_would_cut_and_changes_nothing() {
    start(scenario.consumer(), A).finish();
    Changes changes = Changes.from(scenario);
    String before = table();

    JsonNode plan = scenario.expose(ENFORCED.with("plan", true)).output();

    assertThat(plan.path("changes"))
        .extracting(JsonNode::asText)
        .containsExactly("enforcement: off -> on");
    assertThat(plan.path("cuts"))
        .extracting(JsonNode::asText)
        .containsExactly("orders/222222222222");
    assertThat(changes.actions()).isEmpty();
    assertThat(table()).isEqualTo(before);
  }

  @Test
  void a_plan_for_a_database_that_is_not_exposed_says_so_and_leaves_nothing() {
    Changes changes = Changes.from(scenario);
    String before = table();
    JsonNode plan = scenario.expose(OWNER.with("readerPort", 6000).with("plan", true)).output();
    assertThat(plan.path("changes"))
        .extracting(JsonNode::asText)
        .contains("it is exposed", "readerPort: none -> 6000", "writerPort: none -> 5433");
    assertThat(changes.actions()).isEmpty();
    assertThat(table()).isEqualTo(before);
  }

  @Test
  void a_change_that_cuts_somebody_says_whom_and_needs_force() {
    Encounter first = start(scenario.consumer(), A);
    VpcEndpoint endpoint = first.finish();

    DescribeExecutionResponse refused = scenario.startByHand(ENFORCED.json()).end(HOUR);

    assertThat(refused.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(refused.cause()).contains("orders/222222222222", "force: true");
    assertThat(first.connect(endpoint, 5433)).isInstanceOf(Reached.class);
    scenario.expose(ENFORCED.with("force", true));
    assertThat(first.connect(endpoint, 5433)).isInstanceOf(Blocked.class);
  }

  @Test
  void a_change_that_opens_more_than_was_approved_takes_effect_after_a_yes_to_each() {
    scenario.expose(ENFORCED);
    Encounter first = start(scenario.consumer(), in(A, "127.20.0.0/16"));
    VpcEndpoint endpoint = first.finish();
    start(site("333333333333", "127.30"), in(B, "127.30.0.0/16")).finish();
    Changes changes = Changes.from(scenario);
    int asked = grace.questions().size();

    Onboarding change = scenario.startByHand(OWNER.with("enforcement", "off").json());

    String one = grace.question(asked + 1);
    ApiCaller reader = scenario.caller(scenario.people().approver("joan@example.com"));
    JsonNode question = reader.call("GET", "/approvals/" + one).body();
    assertThat(question.path("change").asText()).isEqualTo("enforcement: on -> off");
    assertThat(question.at("/subject/enforcement").asText()).isEqualTo("off");
    assertThat(reader.call("GET", "/approvals").body().path("approvals")).hasSize(1);
    assertThat(table()).as("others may build meanwhile").doesNotContain("lease#");
    approve(one);
    String two = grace.question(asked + 2);
    assertThat(enforcement()).isEqualTo("on");
    assertThat(changes.actions()).isEmpty();
    approve(two);
    assertThat(change.end(HOUR).status())
        .as("%s", change.describe())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(enforcement()).isEqualTo("off");
    assertThat(first.connect(endpoint, 5433)).isInstanceOf(Reached.class);
    assertThat(grace.questions()).hasSize(asked + 2);
    Encounter again = start(scenario.consumer(), A);
    again.end();
    assertThat(again.run().statesEntered()).doesNotContain("RequestApproval");
  }

  @Test
  void a_no_to_a_change_leaves_all_as_it_was_and_new_ports_wait_for_a_yes_too() {
    Encounter first = start(scenario.consumer(), A);
    VpcEndpoint endpoint = first.finish();
    RequestText moved = OWNER.with("readerPort", 6000).with("force", true);
    Changes changes = Changes.from(scenario);
    int asked = grace.questions().size();

    Onboarding refused = scenario.startByHand(moved.json());
    grace.deny(grace.question(asked + 1));

    assertThat(refused.end(HOUR).error()).isEqualTo("Denied");
    assertThat(changes.actions()).isEmpty();
    assertThat(first.stateOf(endpoint)).isEqualTo("available");
    assertThat(first.connect(endpoint, 5432)).isInstanceOf(Reached.class);
    Onboarding change = scenario.startByHand(moved.json());
    approve(grace.question(asked + 2));
    assertThat(change.end(HOUR).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(first.connect(endpoint, 6000)).isInstanceOf(Reached.class);
  }

  @Test
  void whoever_only_asks_stops_no_change_and_gets_nothing_wider_by_a_question_of_before() {
    scenario.expose(ENFORCED);
    Encounter newcomer = start(scenario.consumer(), in(A, "127.20.0.0/16")).invited();
    VpcEndpoint endpoint = newcomer.createEndpoint();
    String question = newcomer.question();

    scenario.expose(OWNER.with("enforcement", "off"));
    grace.approve(question);

    assertThat(newcomer.end().cause()).contains("enforcement off since endpoint");
    assertThat(newcomer.stateOf(endpoint)).isEqualTo("rejected");
  }

  /** Nobody vouches for who started a run by hand: one more yes. */
  private void approve(String question) {
    grace.approve(question);
    scenario.approver("joan@example.com").approve(question);
  }

  private String enforcement() {
    return scenario
        .caller(scenario.people().operator("ada@example.com"))
        .call("GET", "/databases/orders")
        .body()
        .at("/settings/enforcement")
        .asText();
  }

  @Test
  void ports_that_nobody_uses_move_also_one_onto_the_others_place() {
    scenario.expose(OWNER);
    scenario.expose(OWNER.with("readerPort", 5433).with("writerPort", 5434));
    assertThat(ports()).containsExactly(5433, 5434);
    Encounter first = start(scenario.consumer(), A);
    VpcEndpoint endpoint = first.finish();
    assertThat(first.connect(endpoint, 5434)).isInstanceOf(Reached.class);
    DescribeExecutionResponse swap =
        scenario
            .startByHand(OWNER.with("readerPort", 5434).with("writerPort", 5433).json())
            .end(HOUR);
    assertThat(swap.cause()).contains("readerPort: 5434", "third port first");
  }

  @Test
  void a_run_of_the_owner_while_a_consumer_is_awaited_cuts_it_only_by_force() {
    Encounter first = start(scenario.consumer(), A).invited();
    DescribeExecutionResponse refused = scenario.startByHand(ENFORCED.json()).end(HOUR);
    assertThat(refused.cause()).contains("orders/222222222222");
    scenario.expose(OWNER.with("acceptKeepsAwake", true));
    VpcEndpoint endpoint = first.createEndpoint();
    grace.approve(first.question());
    assertThat(first.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(first.connect(endpoint, 5433)).isInstanceOf(Reached.class);
  }

  @Test
  void two_runs_build_one_after_the_other_and_one_that_was_stopped_blocks_nobody() {
    Onboarding one = scenario.startByHand(OWNER.json());
    assertThat(one.reaches("CreateLoadBalancer", HOUR)).isTrue();
    Onboarding two = scenario.startByHand(OWNER.with("acceptKeepsAwake", true).json());
    scenario.world().scheduler().pause(Duration.ofMinutes(1));
    assertThat(two.statesEntered()).endsWith("BeginBuild");
    one.stop();
    assertThat(two.end(HOUR).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(table()).doesNotContain("lease#");
  }

  @Test
  void a_redriven_run_for_a_consumer_builds_by_what_holds_by_then() {
    AtomicBoolean broken = breakListeners();
    Encounter first = start(scenario.consumer(), A);
    assertThat(first.end().status()).isEqualTo(ExecutionStatus.FAILED);
    broken.set(false);
    scenario.world().scheduler().pause(Duration.ofMinutes(1)); // until its claim says that it ended
    scenario.expose(OWNER.with("readerPort", 7000));
    first.run().redrive();
    VpcEndpoint endpoint = first.finish();
    assertThat(first.run().describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(first.connect(endpoint, 7000)).isInstanceOf(Reached.class);
    assertThat(ports()).containsExactly(5433, 7000);
  }

  @Test
  void a_redriven_run_of_the_owner_is_its_order_again() {
    AtomicBoolean broken = breakListeners();
    Onboarding first = scenario.startByHand(OWNER.with("readerPort", 6000).json());
    assertThat(first.end(HOUR).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(first.describe().error()).isEqualTo("BrokenOff");
    broken.set(false);
    first.redrive();
    assertThat(first.end(HOUR).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(ports()).containsExactly(5433, 6000);
    assertThat(table()).doesNotContain("lease#");
  }

  @Test
  void an_owner_may_ask_for_more_yeses_than_the_installation() {
    scenario.expose(OWNER.with("quorum", 2));
    Encounter first = start(scenario.consumer(), A).invited();
    VpcEndpoint endpoint = first.createEndpoint();
    String question = first.question();
    assertThat(grace.approve(question).body().at("/approval/lacks").asInt()).isEqualTo(1);
    assertThat(first.run().describe().status()).isEqualTo(ExecutionStatus.RUNNING);
    scenario.approver("joan@example.com").approve(question);
    assertThat(first.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(first.connect(endpoint, 5433)).isInstanceOf(Reached.class);
  }

  @Test
  void further_subnets_are_added_and_none_is_taken_away() {
    List<String> all = scenario.provider().subnets().stream().map(SubnetRecord::id).toList();
    String third = all.getLast();
    narrow("narrow", all.subList(0, 2));
    RequestText owner = RequestText.ofOwner("narrow");
    scenario.expose(owner);
    assertThat(zones()).hasSize(2);
    scenario.expose(owner.with("subnetIds", List.of(third)));
    assertThat(zones()).hasSize(3);
    DescribeExecutionResponse fewer =
        scenario.startByHand(owner.with("subnetIds", List.of()).json()).end(HOUR);
    assertThat(fewer.error()).isEqualTo("dev.drawbridge.error.InvalidRequest");
    assertThat(fewer.cause()).contains(third, "none can be taken away");
    scenario.expose(owner);
    assertThat(zones()).hasSize(3);
  }

  @Test
  void a_subnet_of_a_zone_that_is_covered_and_one_of_elsewhere_are_refused() {
    String second =
        scenario
            .world()
            .ec2()
            .createSubnet(
                scenario.provider().vpc(), "127.10.90.0/24", Scenario.PROVIDER.region() + "a")
            .id();
    for (String id : List.of(second, "subnet-0123456789abcdef0")) {
      DescribeExecutionResponse end =
          scenario.startByHand(OWNER.with("subnetIds", List.of(id)).json()).end(HOUR);
      assertThat(end.error()).isEqualTo("dev.drawbridge.error.InvalidRequest");
      assertThat(end.cause()).contains("subnetIds", id);
    }
  }

  @Test
  void an_exposure_whose_record_is_lost_is_known_by_what_aws_has() {
    scenario.expose(ENFORCED.with("readerPort", 6000));
    ByHand.delete(
        scenario,
        Map.of(
            "pk",
            text("exposure#arn:aws:rds:eu-central-1:111111111111:cluster:orders"),
            "sk",
            text("exposure")));
    ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
    for (ApiCaller.Reply known :
        List.of(
            ada.call("GET", "/databases/orders"),
            ada.call("PUT", "/databases/orders/hold", "{\"hold\":false}"))) {
      assertThat(known.body().path("version").asInt()).isZero();
      assertThat(known.body().path("exposed").asBoolean()).isTrue();
      assertThat(known.body().at("/settings/readerPort").asInt()).isEqualTo(6000);
      assertThat(known.body().at("/settings/enforcement").asText()).isEqualTo("on");
    }
    ApiCaller.Reply plan = ada.call("PUT", "/databases/orders?plan=true", "{\"readerPort\":6001}");
    assertThat(plan.body().at("/changes/0").asText()).isEqualTo("readerPort: 6000 -> 6001");
    Encounter first = start(scenario.consumer(), in(A, "127.20.0.0/16"));
    VpcEndpoint endpoint = first.finish();
    assertThat(first.run().describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(first.connect(endpoint, 6000)).isInstanceOf(Reached.class);
    assertThat(ports()).containsExactly(5433, 6000);
    assertThat(table()).contains("loadBalancerArn");
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private AtomicBoolean breakListeners() {
    AtomicBoolean broken = new AtomicBoolean(true);
    scenario
        .world()
        .faults()
        .plan(
            (who, what) -> broken.get() && who.role().equals("CreateListeners"),
            Fault.INTERNAL_ERROR,
            1_000);
    return broken;
  }

  private void narrow(String name, List<String> subnets) {
    var rds = scenario.world().rds();
    rds.subnetGroup(Scenario.PROVIDER.account(), Scenario.PROVIDER.region(), "narrow", subnets);
    rds.setUp(
        Scenario.PROVIDER.account(),
        Scenario.PROVIDER.region(),
        NewDatabase.aurora(Engine.AURORA_POSTGRESQL, name)
            .readers(1)
            .in("narrow")
            .guardedBy(scenario.provider().databaseGroup().id()));
  }

  private Set<String> zones() {
    return new TreeSet<>(
        loadBalancer().availabilityZones().stream().map(zone -> zone.zoneName()).toList());
  }

  private List<Integer> ports() {
    return scenario
        .installation()
        .clientsOf("operator")
        .elb()
        .describeListeners(r -> r.loadBalancerArn(loadBalancer().loadBalancerArn()))
        .listeners()
        .stream()
        .map(Listener::port)
        .sorted()
        .toList();
  }

  private LoadBalancer loadBalancer() {
    return scenario
        .installation()
        .clientsOf("operator")
        .elb()
        .describeLoadBalancers(r -> {})
        .loadBalancers()
        .getFirst();
  }

  private String table() {
    return scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").toString();
  }

  private static RequestText in(RequestText request, String cidr) {
    return request.with("consumerCidrs", List.of(cidr));
  }

  private ConsumerSite site(String account, String network) {
    return scenario.consumer(new Caller(account, "eu-central-1", "root"), network);
  }

  private Encounter start(ConsumerSite consumer, RequestText request) {
    return Encounter.start(scenario, consumer, grace, request.json());
  }
}
