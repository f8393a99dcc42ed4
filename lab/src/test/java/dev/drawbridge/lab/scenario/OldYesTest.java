package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** A yes that was given to a run comes back when that run is redriven later. */
class OldYesTest {
  private static final RequestText REQUEST = RequestText.to("orders");
  private static final String ROLE = "arn:aws:iam::222222222222:role/etl";

  private final Scenario scenario = Scenario.virtual(63);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private boolean outage = true;

  @Test
  void the_redrive_of_an_earlier_run_neither_accepts_nor_admits_after_an_ordered_end() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    Encounter.start(scenario, scenario.consumer(), grace, REQUEST.json()).finish();
    String wish = REQUEST.with("consumerRoleArn", ROLE).json();
    Encounter role = Encounter.start(scenario, scenario.consumer(), grace, wish).invited();
    VpcEndpoint endpoint = role.createEndpoint();
    assertThat(role.run().reaches("RequestApproval", Duration.ofHours(1))).isTrue();
    scenario.world().scheduler().pause(Duration.ofMinutes(2));
    String question = grace.questions().getLast();
    scenario
        .world()
        .faults()
        .plan(
            (caller, action) ->
                outage
                    && caller.role().equals("AcceptConnection")
                    && action.equals("ec2:DescribeVpcEndpointConnections"),
            Fault.INTERNAL_ERROR,
            100_000);
    grace.approve(question);
    role.end();
    outage = false;
    Onboarding second = scenario.onboard(wish);
    assertThat(second.reaches("RequestApproval", Duration.ofHours(1))).isTrue();
    scenario.world().scheduler().pause(Duration.ofMinutes(2));
    Offboarding.order(scenario, ada, waiting(), false).end();
    assertThat(scenario.principals()).doesNotContain(ROLE);

    role.run().redrive();
    scenario.world().scheduler().pause(Duration.ofMinutes(30));

    assertThat(role.run().describe().error()).isEqualTo(Conflict.class.getName());
    assertThat(role.run().describe().cause()).contains("ask anew");
    assertThat(role.stateOf(endpoint)).isNotEqualTo("available");
    assertThat(scenario.principals()).doesNotContain(ROLE);
  }

  private String waiting() {
    for (JsonNode each : ada.call("GET", "/onboardings").body().path("onboardings")) {
      if (each.path("status").asText().equals("WAITING_FOR_APPROVAL")) {
        return each.path("id").asText();
      }
    }
    throw new AssertionError("nobody waits for an answer");
  }
}
