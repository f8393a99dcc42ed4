package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** An onboarding holds a set of endpoints, as of several VPCs: each is asked about for itself. */
class SeveralEndpointsTest {
  private static final String REQUEST = RequestText.to("orders").json();

  private final Scenario scenario = Scenario.virtual(7);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));

  @BeforeEach
  void database() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  }

  @Test
  void a_second_vpc_is_asked_about_and_all_leave_together() {
    Encounter first = start();
    VpcEndpoint one = first.finish();
    VpcEndpoint two = first.createEndpoint();

    Encounter again = start();
    String question = again.question();
    assertThat(subject(question)).isEqualTo(two.vpcEndpointId());
    assertThat(again.stateOf(one)).isEqualTo("available");
    assertThat(again.stateOf(two)).isEqualTo("pendingAcceptance");
    grace.approve(question);

    assertThat(again.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(again.run().output().path("endpointId").asText()).isEqualTo(two.vpcEndpointId());
    assertThat(approved()).containsExactlyInAnyOrder(one.vpcEndpointId(), two.vpcEndpointId());
    assertThat(again.connect(one, 5433)).isInstanceOf(Reached.class);
    assertThat(again.connect(two, 5433)).isInstanceOf(Reached.class);

    Encounter third = start();
    assertThat(third.end().status())
        .as("nothing is left to do")
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(grace.questions()).hasSize(2);

    Offboarding.order(scenario, ada, ada.onboardingId(), false).end();
    assertThat(again.stateOf(one)).isEqualTo("rejected");
    assertThat(again.stateOf(two)).isEqualTo("rejected");
    assertThat(approved()).isEmpty();
  }

  @Test
  void a_no_to_one_is_none_to_the_others_and_one_that_goes_takes_none_along() {
    Encounter first = start();
    VpcEndpoint one = first.finish();
    VpcEndpoint two = first.createEndpoint();
    Encounter again = start();
    grace.deny(again.question());
    assertThat(again.end().error()).isEqualTo("Denied");
    assertThat(again.stateOf(two)).isEqualTo("rejected");
    assertThat(approved()).containsExactly(one.vpcEndpointId());
    assertThat(again.connect(one, 5433)).isInstanceOf(Reached.class);

    VpcEndpoint three = first.createEndpoint();
    Encounter next = start();
    grace.approve(next.question());
    assertThat(next.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    scenario.consumer().deleteEndpoint(one.vpcEndpointId());
    scenario.world().scheduler().pause(Duration.ofHours(2));
    assertThat(next.connect(three, 5433)).isInstanceOf(Reached.class);
    assertThat(start().end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, REQUEST);
  }

  private String subject(String question) {
    return ada.call("GET", "/approvals/" + question).body().at("/subject/endpointId").asText();
  }

  private List<String> approved() {
    return ada.call("GET", "/onboardings/" + ada.onboardingId())
        .body()
        .path("approvedEndpoints")
        .findValuesAsText("endpointId");
  }
}
