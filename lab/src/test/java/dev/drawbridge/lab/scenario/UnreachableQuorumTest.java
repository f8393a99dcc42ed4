package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** Nobody is made to wait for more people than there can be. */
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
  void a_run_that_takes_more_yeses_than_there_are_roles_ends_and_says_so() {
    Encounter there =
        Encounter.startByHand(
            scenario, scenario.consumer(), grace, RequestText.to("orders").json());
    there.invited();
    there.createEndpoint();
    DescribeExecutionResponse end = there.end();
    assertThat(end.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(end.cause())
        .contains("takes 2 people who say yes", "role/dba", "approvers name only one role");
  }
}
