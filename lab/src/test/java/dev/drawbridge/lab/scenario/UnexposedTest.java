package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may start runs says nothing with one of a database that nobody has exposed. */
class UnexposedTest {
  private static final String ARN = "arn:aws:rds:eu-central-1:111111111111:cluster:papers";
  private static final NewDatabase PAPERS =
      NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "papers").readers(1);

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(29));
  private final DbId papers = scenario.provider().database(PAPERS);

  @ParameterizedTest
  @ValueSource(strings = {"papers", ARN})
  void a_run_by_hand_is_refused_and_leaves_no_item_and_no_metric(String name) {
    String items = items();

    Refresh run = Refresh.start(scenario, name);

    assertThat(run.end()).isEqualTo(Status.FAILED);
    assertThat(run.cause()).contains("database '%s' is not exposed".formatted(ARN));
    assertThat(items()).isEqualTo(items);
    assertThat(scenario.log())
        .filteredOn(line -> line.startsWith("{\"_aws\""))
        .noneMatch(line -> line.contains("papers"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "event RDS-EVENT-0071 4711"})
  void a_database_that_is_restored_after_such_a_run_can_be_exposed(String cause) {
    Refresh.startWith(
            scenario, "{\"databaseIdentifier\":\"%s\",\"cause\":\"%s\"}".formatted(ARN, cause))
        .end();
    scenario.world().rds().destroy(papers);
    scenario.world().scheduler().pause(Duration.ofMinutes(10));
    DbId restored = scenario.provider().database(PAPERS);

    Exposure path = Exposure.of(scenario, restored, RequestText.to("papers"));

    assertThat(path.connectTo(5433)).isInstanceOf(Reached.class);
  }

  @Test
  void a_look_by_hand_writes_nothing() {
    String items = items();

    assertThat(
            ByHand.invoke(
                    scenario, "InspectExposure", "{\"databaseIdentifier\":\"%s\"}".formatted(ARN))
                .payload())
        .contains("is not exposed");
    assertThat(items()).isEqualTo(items);
  }

  private String items() {
    return scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").toString();
  }
}
