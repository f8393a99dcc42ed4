package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.plan.Names;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Whoever may start executions uses up the names that earlier releases gave the schedule's runs.
 */
class TakenNamesTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);

  private final Scenario scenario = Scenario.virtual(89);
  private final Looks looks = new Looks(scenario);
  private final Approver grace = scenario.approver("grace@example.com");
  private final DbId database =
      scenario
          .provider()
          .database(
              NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                  .readers(1)
                  .parameter("max_connect_errors", "1000000"));
  private final Encounter first =
      Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
  private final VpcEndpoint endpoint = first.finish();
  private final Exposure path = Exposure.through(scenario, database, endpoint);
  private final SfnClient states = scenario.installation().clientsOf("operator").states();

  @Test
  void what_is_ours_is_put_back_all_the_same() {
    looks.pass(WITHIN);
    Instant now = scenario.world().scheduler().now();
    String database = Names.hash(path.database().arn("cluster"));
    for (int i = 0; i < WITHIN.toSeconds(); i++) {
      take("mend-%s-%d".formatted(database, now.getEpochSecond() + i));
    }
    Breakage.RULES_REVOKED.happen(path);
    looks.pass(WITHIN);
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(grace.told("a person has to act")).isEmpty();
  }

  @Test
  void people_are_asked_about_an_endpoint_all_the_same() {
    looks.pass(WITHIN);
    VpcEndpoint another = first.createEndpoint();
    take("ask-" + another.vpcEndpointId());
    looks.pass(WITHIN);
    assertThat(grace.questions()).hasSize(2);
  }

  private void take(String name) {
    states.startExecution(
        r ->
            r.stateMachineArn(scenario.installation().arn("OnboardConsumerStateMachine"))
                .name(name)
                .input("{}"));
  }
}
