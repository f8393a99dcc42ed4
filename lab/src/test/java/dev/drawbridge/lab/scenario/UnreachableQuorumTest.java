package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** No quorum is configured that asks for more people than there can be. */
class UnreachableQuorumTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RequestText OWNER = RequestText.ofOwner("orders");

  private final Scenario scenario = Scenario.virtual(91);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));

  @BeforeEach
  void database() {
    scenario.installation().approvers("role/dba");
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  }

  @Test
  void a_quorum_above_the_number_of_roles_is_refused_before_anything_is_changed() {
    ApiCaller.Reply reply = ada.call("PUT", "/databases/orders", "{\"quorum\":2}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().toString()).contains("2 is refused; approvers name only one role");

    Changes changes = Changes.from(scenario);
    DescribeExecutionResponse end = scenario.startByHand(OWNER.with("quorum", 2).json()).end(HOUR);
    assertThat(end.error()).isEqualTo("dev.drawbridge.error.InvalidRequest");
    assertThat(end.cause()).contains("quorum: 2 is refused; approvers name only one role");
    assertThat(changes.actions()).isEmpty();
    scenario.expose(OWNER.with("quorum", 1));
  }

  @Test
  void a_question_that_takes_more_yeses_than_there_are_roles_is_put_and_rejects_no_endpoint() {
    Encounter there =
        Encounter.startByHand(
            scenario, scenario.consumer(), grace, RequestText.to("orders").json());
    there.invited();
    VpcEndpoint endpoint = there.createEndpoint();
    String question = there.question();
    assertThat(ada.call("GET", "/approvals/" + question).body().path("tooFewApprovers").asText())
        .startsWith("No more than 0 of the 1 yeses");
    assertThat(ada.call("GET", "/records").body().toString())
        .containsOnlyOnce("No more than 0 of the 1 yeses");
    assertThat(there.run().ended()).isFalse();
    assertThat(there.stateOf(endpoint)).isEqualTo("pendingAcceptance");
  }
}
