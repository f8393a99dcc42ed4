package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** Endpoints come and go: for a while, and not for ever. */
class RoundsTest {
  private static final int ROUNDS = 10;

  private final Scenario scenario = Scenario.virtual(41);
  private final Approver grace = scenario.approver("grace@example.com");

  @BeforeEach
  void expose() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @Test
  void after_ten_endpoints_that_went_away_the_principal_is_withdrawn_and_the_run_fails() {
    Encounter there = start().invited();
    for (int i = 1; i <= ROUNDS; i++) {
      VpcEndpoint endpoint = there.createEndpoint();
      assertThat(there.run().reaches("RequestApproval", Duration.ofHours(1))).isTrue();
      grace.question(i);
      scenario.consumer().deleteEndpoint(endpoint.vpcEndpointId());
      if (i < ROUNDS) {
        assertThat(there.run().reaches("WaitForConsumer", Duration.ofHours(1))).isTrue();
        scenario.world().scheduler().pause(Duration.ofMinutes(1));
      }
    }

    DescribeExecutionResponse end = there.end();

    assertThat(end.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(end.cause()).startsWith("Ten endpoints of the consumer went away");
    assertThat(grace.questions()).hasSize(ROUNDS);
    assertThat(scenario.principals()).isEmpty();
    assertThat(there.run().historyEvents()).isLessThan(1_000);
  }

  @Test
  void who_has_left_by_itself_and_is_denied_afterwards_keeps_no_principal() {
    Encounter first = start();
    VpcEndpoint endpoint = first.finish();
    scenario.consumer().deleteEndpoint(endpoint.vpcEndpointId());
    scenario.world().scheduler().pause(Duration.ofMinutes(10));
    Encounter again =
        Encounter.start(
                scenario,
                scenario.consumer(),
                grace,
                RequestText.to("orders").with("consumerVpcId", "vpc-0123456789abcdef0").json())
            .invited();
    again.createEndpoint();

    grace.deny(again.question());

    assertThat(again.end().error()).isEqualTo("Denied");
    assertThat(scenario.principals()).isEmpty();
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
  }
}
