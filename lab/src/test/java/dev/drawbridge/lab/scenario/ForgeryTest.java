package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Whoever may use Step Functions in the provider's account makes up answers and names of runs. */
class ForgeryTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REQUEST = RequestText.to("orders").json();

  private final Scenario scenario = Scenario.virtual(68);
  private final Approver grace = scenario.approver("grace@example.com");
  private final SfnClient states = scenario.installation().clientsOf("operator").states();

  @BeforeEach
  void database() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @Test
  void an_answer_of_the_wait_that_calls_an_endpoint_approved_opens_nothing_and_costs_the_principal()
      throws JsonProcessingException {
    Encounter there = start().invited();
    VpcEndpoint endpoint = there.createEndpoint();
    String forged =
        "{\"endpointId\":\"%s\",\"ownerAccountId\":\"222222222222\",\"state\":\"available\",\"createdAt\":\"2026-01-05T09:00:00Z\",\"approved\":true}"
            .formatted(endpoint.vpcEndpointId());

    answer(there, "WaitForConsumer", forged);
    DescribeExecutionResponse end = there.end();

    assertThat(end.error()).isEqualTo("dev.drawbridge.error.InvalidRequest");
    assertThat(end.cause()).contains("nobody has approved endpoint " + endpoint.vpcEndpointId());
    assertThat(there.stateOf(endpoint)).isEqualTo("rejected");
    assertThat(scenario.principals()).isEmpty();
  }

  @Test
  void an_answer_of_the_question_that_nobody_gave_opens_nothing() throws JsonProcessingException {
    Encounter there = start().invited();
    VpcEndpoint endpoint = there.createEndpoint();
    String question = there.question();

    answer(
        there,
        "RequestApproval",
        "{\"decision\":\"APPROVED\",\"approvalId\":\"%s\",\"decidedBy\":\"grace@example.com\",\"decidedAt\":\"2026-01-05T09:00:00Z\",\"message\":\"\"}"
            .formatted(question));

    assertThat(there.end().cause()).contains("is pending", "is not accepted");
    assertThat(there.stateOf(endpoint)).isEqualTo("rejected");
    assertThat(scenario.principals()).isEmpty();
  }

  @Test
  void the_name_of_the_child_cannot_be_taken_beforehand() throws JsonProcessingException {
    Encounter first = start();
    first.finish();
    String taken = name(first);
    ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
    Offboarding.order(scenario, ada, ada.onboardingId(), false).end();
    String machine = scenario.installation().arn("RefreshTargetsStateMachine");
    for (int attempt = 1; attempt < 4; attempt++) {
      String next = taken.replaceFirst("-[0-9]+-0$", "-" + attempt + "-0");
      if (!next.equals(taken)) {
        states.startExecution(
            r ->
                r.stateMachineArn(machine).name(next).input("{\"databaseIdentifier\":\"orders\"}"));
      }
    }

    Encounter again = start();
    again.finish();

    assertThat(again.run().describe().statusAsString()).isEqualTo("SUCCEEDED");
    assertThat(second(name(again))).isNotEqualTo(second(taken));
  }

  /** The part of a name between its first hyphen and the next. */
  private static String second(String name) {
    return name.split("-", -1)[1];
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, REQUEST);
  }

  private static String name(Encounter run) {
    String child = run.run().children().getFirst();
    return child.substring(child.lastIndexOf(':') + 1);
  }

  /** Takes the token of the state from the history, as whoever may read histories can. */
  private void answer(Encounter run, String state, String output) throws JsonProcessingException {
    String token = "";
    for (HistoryEvent event : run.run().history()) {
      if (event.taskScheduledEventDetails() != null
          && event.taskScheduledEventDetails().parameters().contains(state)) {
        token =
            JSON.readTree(event.taskScheduledEventDetails().parameters())
                .at("/Payload/taskToken")
                .asText();
      }
    }
    String found = Objects.requireNonNull(token);
    assertThat(found).isNotEmpty();
    states.sendTaskSuccess(r -> r.taskToken(found).output(output));
    scenario.world().scheduler().pause(Duration.ofSeconds(1));
  }
}
