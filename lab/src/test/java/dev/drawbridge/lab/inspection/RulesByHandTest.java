package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Rules of ours that somebody changes in place: by their ports and sources they look as ever. */
class RulesByHandTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);
  private static final RequestText ENFORCED =
      RequestText.to("orders")
          .with("enforcement", "on")
          .with("consumerCidrs", List.of("127.20.0.0/16"));

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(62));
  private final Approver grace = scenario.approver("hopper@example.com");
  private final Looks looks = new Looks(scenario);
  private final DbId database =
      scenario
          .provider()
          .database(
              NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                  .readers(1)
                  .parameter("max_connect_errors", "1000000"));

  @Test
  void a_databases_rules_that_became_udp_are_put_back_and_the_others_go() {
    Exposure path = Exposure.of(scenario, database);
    Administrator by = new Administrator(path);
    looks.pass(Duration.ofMinutes(2));
    Breakage.RULES_TURNED_UDP.happen(path);
    assertThat(path.connectToWrite()).isInstanceOf(Blocked.class);

    looks.pass(WITHIN);

    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(by.rules(by.databaseGroup(), false))
        .extracting(SecurityGroupRule::ipProtocol)
        .containsOnly("tcp");
    assertThat(grace.told("so it stays so until a person acts")).isEmpty();
  }

  @Test
  void a_consumers_rules_that_became_udp_are_told_and_put_back_by_his_request() {
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
    Exposure path = Exposure.of(scenario, database, ENFORCED);
    Administrator by = new Administrator(path);
    looks.pass(Duration.ofMinutes(2));
    Breakage.CONSUMER_RULES_TURNED_UDP.happen(path);
    assertThat(path.connectToRead()).isInstanceOf(Blocked.class);

    looks.pass(WITHIN);

    assertThat(grace.told("does not let 127.20.0.0/16 reach ports 3306 to 3307")).hasSize(1);
    assertThat(grace.told("lets 127.20.0.0/16 in on udp 3306 to 3307, which nobody approved"))
        .hasSize(1);
    Encounter again = Encounter.start(scenario, scenario.consumer(), grace, ENFORCED.json());
    assertThat(again.end().status())
        .as(again.run().describe().cause())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(path.connectToRead()).isInstanceOf(Reached.class);
    assertThat(by.rules(by.ownGroup(), false))
        .extracting(SecurityGroupRule::ipProtocol)
        .containsExactly("tcp");
  }
}
