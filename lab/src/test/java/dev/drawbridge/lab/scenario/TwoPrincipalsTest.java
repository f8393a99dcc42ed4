package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** An account and a role of it ask about one endpoint. */
class TwoPrincipalsTest {
  private static final RequestText REQUEST = RequestText.to("orders");
  private static final String ROLE = "arn:aws:iam::222222222222:role/etl";

  private final Scenario scenario = Scenario.virtual(41);
  private final Approver grace = scenario.approver("grace@example.com");

  @Test
  void a_no_to_a_role_leaves_the_endpoint_that_its_account_asks_about() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    Encounter account = start(REQUEST).invited();
    VpcEndpoint endpoint = account.createEndpoint();
    String first = account.question();
    Encounter role = start(REQUEST.with("consumerRoleArn", ROLE));
    String second = role.question();
    assertThat(
            scenario
                .caller(scenario.people().approver("grace@example.com"))
                .call("GET", "/approvals/" + second)
                .body()
                .at("/subject/principal")
                .asText())
        .isEqualTo(ROLE);

    grace.deny(second);

    assertThat(role.end().error()).isEqualTo("Denied");
    assertThat(account.stateOf(endpoint)).isEqualTo("pendingAcceptance");
    grace.approve(first);
    assertThat(account.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(account.stateOf(endpoint)).isEqualTo("available");
  }

  @Test
  void the_last_no_turns_the_endpoint_away() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    Encounter account = start(REQUEST).invited();
    VpcEndpoint endpoint = account.createEndpoint();
    String first = account.question();
    Encounter role = start(REQUEST.with("consumerRoleArn", ROLE));
    grace.deny(role.question());
    role.end();

    grace.deny(first);
    account.end();

    assertThat(account.stateOf(endpoint)).isEqualTo("rejected");
  }

  private Encounter start(RequestText request) {
    return Encounter.start(scenario, scenario.consumer(), grace, request.json());
  }
}
