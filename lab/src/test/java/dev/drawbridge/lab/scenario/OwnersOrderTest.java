package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Whoever orders a change by a signed call is the one who asks for it: known, and no approver. */
class OwnersOrderTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String OFF = "{\"enforcement\":\"off\"}";

  private final Scenario scenario = Scenario.virtual(131);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private Encounter first;
  private VpcEndpoint endpoint;
  private int asked;

  @BeforeEach
  void enforced() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
    first =
        Encounter.start(
            scenario,
            scenario.consumer(),
            grace,
            RequestText.to("orders").with("consumerCidrs", List.of("127.20.0.0/24")).json());
    endpoint = first.finish();
    asked = grace.questions().size();
  }

  @Test
  void one_yes_of_another_is_enough_and_who_ordered_the_change_may_not_say_it() {
    Onboarding change = order(OFF);

    String question = grace.question(asked + 1);

    assertThat(grace.read(question).body().path("requestedBy"))
        .extracting(JsonNode::asText)
        .containsExactly("ada@example.com (IAM Identity Center)");
    ApiCaller.Reply own = scenario.approver("ada@example.com").approve(question);
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.body().toString()).contains("is among those who asked for this");
    assertThat(grace.approve(question).body().at("/approval/lacks").asInt()).isZero();
    assertThat(change.end(HOUR).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(first.connect(endpoint, 5433)).isInstanceOf(Reached.class);
  }

  @Test
  void another_order_under_the_name_of_one_is_nobodys() {
    scenario
        .world()
        .faults()
        .plan(
            (who, what) ->
                who.role().equals("ChangeDatabase") && what.equals("states:StartExecution"),
            Fault.INTERNAL_ERROR,
            100);
    assertThat(ada.call("PUT", "/databases/orders", OFF).status()).isGreaterThanOrEqualTo(500);
    String name =
        scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").stream()
            .map(item -> Objects.requireNonNull(item.get("pk")).s())
            .filter(key -> key.startsWith("order#"))
            .findFirst()
            .orElseThrow()
            .substring("order#".length());
    String ports =
        RequestText.ofOwner("orders").with("readerPort", 6000).with("force", true).json();

    scenario
        .installation()
        .clientsOf("operator")
        .states()
        .startExecution(
            r ->
                r.stateMachineArn(scenario.installation().arn("OnboardConsumerStateMachine"))
                    .name(name)
                    .input(ports));

    JsonNode read = grace.read(grace.question(asked + 1)).body();
    assertThat(read.path("requestedBy"))
        .extracting(JsonNode::asText)
        .containsExactly("somebody unknown");
  }

  @Test
  void two_changes_at_once_each_get_their_answer() {
    Onboarding one = order(OFF);
    String first = grace.question(asked + 1);
    Onboarding two = order("{\"readerPort\":6000,\"force\":true}");
    String second = grace.question(asked + 2);

    grace.approve(first);

    assertThat(one.end(HOUR).status()).as("%s", one).isEqualTo(ExecutionStatus.SUCCEEDED);
    grace.approve(second);
    // What it was said to is no more what the change makes of the path: enforcement is off by now.
    grace.approve(grace.question(asked + 3));
    assertThat(two.end(HOUR).status()).as("%s", two).isEqualTo(ExecutionStatus.SUCCEEDED);
    JsonNode settings = ada.call("GET", "/databases/orders").body().path("settings");
    assertThat(settings.path("enforcement").asText()).isEqualTo("off");
    assertThat(settings.path("readerPort").asInt()).isEqualTo(6000);
  }

  private Onboarding order(String change) {
    return Onboarding.change(scenario, ada, "orders", change);
  }
}
