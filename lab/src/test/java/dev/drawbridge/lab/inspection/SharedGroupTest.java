package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Changes;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Offboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A group of many databases, whose id comes first, is attached beside the one with our rules. */
class SharedGroupTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(63));
  private final Approver grace = scenario.approver("hopper@example.com");
  private final Looks looks = new Looks(scenario);
  private final DbId database =
      scenario
          .provider()
          .database(
              NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                  .readers(1)
                  .parameter("max_connect_errors", "1000000"));
  private final Exposure path = Exposure.of(scenario, database);
  private final Administrator by = new Administrator(path);
  private final String shared = by.sharedGroup();

  @BeforeEach
  void attach() {
    // No look has seen the database without it.
    scenario.world().rds().guardedBy(database, shared, by.databaseGroup());
  }

  @Test
  void our_rules_in_the_other_group_are_enough_for_looks_and_runs() {
    Changes changes = Changes.from(scenario);

    looks.pass(WITHIN);

    assertThat(grace.told("security group lacks a rule")).isEmpty();
    Encounter again =
        Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
    assertThat(again.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(changes.actions()).doesNotContain("ec2:AuthorizeSecurityGroupIngress");
    assertThat(by.rules(shared, false)).isEmpty();
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
  }

  @Test
  void a_rule_that_is_taken_away_is_put_back_beside_the_one_that_is_left() {
    by.revoke(by.databaseGroup(), rule -> rule.cidrIpv4() != null);

    looks.pass(WITHIN);

    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(by.rules(shared, false)).isEmpty();
  }

  @Test
  void when_ours_is_taken_off_the_group_that_is_left_gets_the_rules_and_loses_them_at_the_end() {
    looks.pass(WITHIN);
    scenario.world().rds().guardedBy(database, shared);

    looks.pass(WITHIN);

    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(by.rules(shared, false)).isNotEmpty();
    assertThat(grace.told("which database orders has left")).isNotEmpty();
    tearDown();
    assertThat(by.rules(shared, false)).isEmpty();
    assertThat(by.rules(by.databaseGroup(), false)).as("by tags and the record").isEmpty();
  }

  private void tearDown() {
    var ada = scenario.caller(scenario.people().operator("ada@example.com"));
    String id =
        ada.call("GET", "/onboardings?consumer=222222222222")
            .body()
            .at("/onboardings/0/id")
            .asText();
    assertThat(Offboarding.order(scenario, ada, id, true).end().status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }
}
