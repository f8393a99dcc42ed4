package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** What an owner has changed since a yes, or since its question, counts when it takes effect. */
class YesInForceTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Scenario scenario = Scenario.virtual(78);
  private final Approver grace = scenario.approver("grace@example.com");
  private final Approver joan = scenario.approver("joan@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));

  @BeforeEach
  void database() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  }

  @Test
  void a_redrive_accepts_nothing_under_settings_that_are_wider_than_the_yes() {
    Encounter first = start().invited();
    VpcEndpoint endpoint = first.createEndpoint();
    String question = first.question();
    boolean[] outage = {true};
    scenario
        .world()
        .faults()
        .plan(
            (caller, action) ->
                outage[0]
                    && caller.role().equals("AcceptConnection")
                    && action.equals("ec2:DescribeVpcEndpointConnections"),
            Fault.INTERNAL_ERROR,
            100_000);
    grace.approve(question);
    assertThat(first.end().statusAsString()).isEqualTo("FAILED");
    outage[0] = false;
    scenario.world().scheduler().pause(Duration.ofMinutes(5));
    change("{\"instancePorts\":true,\"readerPort\":6000,\"writerPort\":6001}");

    first.run().redrive();

    assertThat(first.end().error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(first.end().cause())
        .contains("reader port 6000 and writer port 6001", "for instances", "ask again");
    assertThat(first.stateOf(endpoint)).isEqualTo("rejected");
    Encounter again = start().invited();
    VpcEndpoint another = again.createEndpoint();
    String anew = again.question();
    assertThat(anew).isNotEqualTo(question);
    grace.approve(anew);
    assertThat(again.end().statusAsString()).isEqualTo("SUCCEEDED");
    assertThat(again.stateOf(another)).isEqualTo("available");
  }

  @Test
  void a_quorum_that_was_raised_counts_for_a_question_that_waits() {
    Encounter first = start().invited();
    VpcEndpoint endpoint = first.createEndpoint();
    String question = first.question();
    change("{\"quorum\":2}");
    assertThat(grace.approve(question).body().at("/approval/lacks").asInt()).isEqualTo(1);
    scenario.world().scheduler().pause(HOUR);
    assertThat(first.stateOf(endpoint)).isEqualTo("pendingAcceptance");
    joan.approve(question);
    assertThat(first.end().statusAsString()).isEqualTo("SUCCEEDED");
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
  }

  private void change(String settings) {
    ApiCaller.Reply reply = ada.call("PUT", "/databases/orders", settings);
    assertThat(reply.status()).as("%s", reply.body()).isEqualTo(202);
    scenario.world().scheduler().pause(HOUR);
  }
}
