package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A run is stopped while its worker takes the lease of building: the worker takes it all the same,
 * for a run that is no more.
 */
class DeadLeaseTest {
  private static final Duration SOON = Duration.ofMinutes(10);

  private final Scenario scenario = Scenario.virtual(94);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));

  @ParameterizedTest
  @ValueSource(strings = {"onboard-consumer", "offboard-consumer"})
  void holds_up_neither_who_comes_nor_who_is_denied_nor_who_leaves(String machine) {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    Encounter there = start().invited();
    VpcEndpoint endpoint = there.createEndpoint();
    String question = there.question();
    takeLease(machine);
    grace.approve(question);
    assertThat(there.run().end(SOON).status()).isEqualTo(ExecutionStatus.SUCCEEDED);

    takeLease(machine);
    Offboarding leaving = Offboarding.order(scenario, ada, ada.onboardingId(), false);
    scenario.world().scheduler().pause(SOON);
    assertThat(leaving.describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(there.stateOf(endpoint)).isEqualTo("rejected");

    Encounter again = start().invited();
    again.createEndpoint();
    String another = again.question();
    takeLease(machine);
    grace.deny(another);
    assertThat(again.run().end(SOON).error()).isEqualTo("Denied");
  }

  /** As an earlier release wrote it, which did not say since when. */
  private void takeLease(String machine) {
    String database = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
    Map<String, AttributeValue> item =
        Map.of(
            "pk",
            AttributeValue.fromS("lease#" + database),
            "sk",
            AttributeValue.fromS("build"),
            "executionArn",
            AttributeValue.fromS(
                "arn:aws:states:eu-central-1:111111111111:execution:" + machine + ":dead"),
            "until",
            AttributeValue.fromN(
                String.valueOf(
                    scenario.world().scheduler().now().plus(Duration.ofHours(6)).toEpochMilli())));
    ByHand.put(scenario, item);
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
  }
}
