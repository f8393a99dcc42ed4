package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;

/** The path follows the database: by events, and without them by the drift check. */
class FollowingTest {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

  private final Scenario scenario = Scenario.virtual(1);
  private final DbId orders =
      scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));
  private final Approver grace =
      new Approver(
          scenario.world(), scenario.installation(), Scenario.PROVIDER, "grace@example.com");
  private final Encounter encounter =
      Encounter.start(
          scenario,
          scenario.consumer(),
          grace,
          """
          {"databaseIdentifier": "orders", "consumerAccountId": "222222222222",
           "requestedBy": "ada@example.com", "acceptHostBlockRisk": true}
          """);

  @Test
  void after_a_failover_writes_reach_the_new_writer() {
    VpcEndpoint endpoint = encounter.finish();
    String before = writerReached(endpoint);
    scenario.world().rds().failover(orders, Optional.empty());
    scenario.world().scheduler().pause(LONG_ENOUGH);
    assertThat(writerReached(endpoint)).as(this::story).isNotEqualTo(before);
    assertThat(scenario.world().rds().serverAt(writerReached(endpoint)).orElseThrow().writable())
        .isTrue();
    assertThat(refreshes())
        .as(this::story)
        .allMatch(run -> run.statusAsString().equals("SUCCEEDED"));
  }

  private String writerReached(VpcEndpoint endpoint) {
    return ((Reached) encounter.connect(endpoint, 3307)).targetIp();
  }

  private List<ExecutionListItem> refreshes() {
    return scenario
        .installation()
        .clientsOf("operator")
        .states()
        .listExecutions(
            r -> r.stateMachineArn(scenario.installation().arn("RefreshTargetsStateMachine")))
        .executions();
  }

  private String story() {
    List<String> log = scenario.log();
    return String.join("\n", log.subList(Math.max(0, log.size() - 80), log.size()))
        + "\n"
        + refreshes();
  }
}
