package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What becomes of an owner's change if something happens while people are asked about it. */
class ChangeMeanwhileTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String OFF = "{\"enforcement\":\"off\"}";
  private static final NewDatabase ORDERS =
      NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1);

  private final Scenario scenario = Scenario.virtual(133);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private DbId orders;
  private Encounter consumer;
  private VpcEndpoint endpoint;
  private int asked;

  @BeforeEach
  void enforced() {
    orders = scenario.provider().database(ORDERS);
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
    consumer =
        Encounter.start(
            scenario,
            scenario.consumer(),
            grace,
            RequestText.to("orders").with("consumerCidrs", List.of("127.20.0.0/16")).json());
    endpoint = consumer.finish();
    asked = grace.questions().size();
    scenario.installation().startSchedules(Rules.EVERY);
  }

  @Test
  void a_database_that_is_restored_under_its_name_gets_nothing_of_a_yes() {
    Onboarding change = order(OFF);
    String question = grace.question(asked + 1);
    scenario.world().rds().destroy(orders);
    scenario.provider().database(ORDERS);
    pass(Duration.ofMinutes(15));

    grace.approve(question);

    DescribeExecutionResponse end = change.end(HOUR);
    assertThat(end.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(end.cause()).contains("not the one that was exposed");
    assertThat(settings().path("enforcement").asText()).isEqualTo("on");
    assertThat(consumer.connect(endpoint, 5433)).isNotInstanceOf(Reached.class);
  }

  @Test
  void a_database_that_is_gone_gets_nothing_of_a_yes() {
    Onboarding change = order(OFF);
    String question = grace.question(asked + 1);
    scenario.world().rds().destroy(orders);
    DbId payroll =
        scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "payroll"));

    grace.approve(question);

    assertThat(change.end(HOUR).status()).isEqualTo(ExecutionStatus.FAILED);
    pass(Duration.ofMinutes(10));
    assertThat(settings().path("enforcement").asText()).isEqualTo("on");
    assertThat(consumer.connect(endpoint, 5433)).isNotInstanceOf(Reached.class);
    assertThat(scenario.world().rds().instances(payroll)).isNotEmpty();
  }

  @Test
  void a_hold_that_began_meanwhile_stops_the_change() {
    Onboarding change = order(OFF);
    String question = grace.question(asked + 1);
    assertThat(
            ada.call("PUT", "/databases/ORDERS/hold", "{\"hold\":true,\"reason\":\"an audit\"}")
                .status())
        .isEqualTo(200);

    grace.approve(question);

    assertThat(change.end(HOUR).cause()).contains("is on hold");
    assertThat(settings().path("enforcement").asText()).isEqualTo("on");
  }

  @Test
  void a_change_that_cuts_wins_over_one_that_waits_and_is_part_of_its_next_question() {
    Onboarding off = order(OFF);
    grace.approve(grace.question(asked + 1));
    assertThat(off.end(HOUR).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    Onboarding moved = order("{\"readerPort\":6000,\"force\":true}");
    String question = grace.question(asked + 2);
    assertThat(order("{\"enforcement\":\"on\",\"force\":true}").end(HOUR).status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);

    grace.approve(question);

    String again = grace.question(asked + 3);
    assertThat(grace.read(again).body().at("/subject/enforcement").asText()).isEqualTo("on");
    assertThat(settings().path("readerPort").asInt()).isEqualTo(5432);
    grace.approve(again);
    assertThat(moved.end(HOUR).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(settings().path("enforcement").asText()).isEqualTo("on");
    assertThat(consumer.connect(endpoint, 6000)).isInstanceOf(Reached.class);
    assertThat(consumer.connect(endpoint, 5432)).isInstanceOf(Blocked.class);
  }

  @Test
  void a_blue_green_switchover_meanwhile_is_followed_and_the_yes_stands() {
    DbId green = scenario.world().rds().createGreen(orders);
    pass(Duration.ofHours(1));
    Onboarding change = order(OFF);
    String question = grace.question(asked + 1);
    scenario.world().rds().switchOver(orders, green);
    pass(Duration.ofMinutes(15));

    grace.approve(question);

    assertThat(change.end(HOUR).status())
        .as("%s", change.describe())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(settings().path("enforcement").asText()).isEqualTo("off");
    assertThat(consumer.connect(endpoint, 5433)).isInstanceOf(Reached.class);
  }

  @Test
  void who_leaves_meanwhile_is_asked_about_no_more() {
    Onboarding change = order(OFF);
    grace.question(asked + 1);
    assertThat(ada.call("DELETE", "/onboardings/" + ada.onboardingId()).status()).isEqualTo(202);

    assertThat(change.end(HOUR).status())
        .as("%s", change.describe())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(settings().path("enforcement").asText()).isEqualTo("off");
  }

  @Test
  void what_is_taken_down_meanwhile_is_not_built_again() {
    Onboarding change = order(OFF);
    String question = grace.question(asked + 1);
    scenario
        .world()
        .faults()
        .plan((who, what) -> who.role().equals("CheckWaits"), Fault.INTERNAL_ERROR, 100_000);
    assertThat(ada.call("DELETE", "/onboardings/" + ada.onboardingId() + "?teardown=true").status())
        .isEqualTo(202);
    pass(HOUR);

    grace.approve(question);

    assertThat(change.end(HOUR).cause()).contains("taken down meanwhile");
    assertThat(
            scenario
                .installation()
                .clientsOf("operator")
                .elb()
                .describeLoadBalancers(r -> {})
                .loadBalancers())
        .isEmpty();
  }

  @Test
  void a_new_name_makes_no_second_exposure_with_other_settings() {
    scenario.world().rds().rename(orders, "orders-before");
    pass(Duration.ofMinutes(15));
    Changes changes = Changes.from(scenario);

    DescribeExecutionResponse owners =
        scenario.startByHand(RequestText.ofOwner("orders-before").json()).end(HOUR);
    DescribeExecutionResponse consumers =
        scenario
            .startByHand(
                RequestText.to("orders-before").with("consumerAccountId", "333333333333").json())
            .end(HOUR);

    assertThat(owners.cause()).contains("is exposed as", "cluster:orders");
    assertThat(consumers.cause()).contains("is exposed as", "cluster:orders");
    assertThat(changes.actions()).isEmpty();
    assertThat(consumer.connect(endpoint, 5433)).isInstanceOf(Reached.class);
  }

  private Onboarding order(String change) {
    return Onboarding.change(scenario, ada, "orders", change);
  }

  private JsonNode settings() {
    return ada.call("GET", "/databases/orders").body().path("settings");
  }

  private void pass(Duration time) {
    scenario.world().scheduler().pause(time);
  }
}
