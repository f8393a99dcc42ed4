package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A yes to a database is none to the one that is made anew under its name while people think. */
class ReplacedBeforeTheYesTest {
  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(3));
  private final Approver grace = scenario.approver("grace@example.com");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nobody_reaches_a_database_that_was_made_anew_after_the_question(boolean schedules) {
    NewDatabase papers = NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "papers").readers(1);
    DbId id = scenario.provider().database(papers);
    Encounter run = start(RequestText.to("papers").without("acceptHostBlockRisk")).invited();
    VpcEndpoint endpoint = run.createEndpoint();
    String question = run.question();
    if (schedules) {
      scenario.installation().startSchedules(Duration.ofMinutes(1));
    }
    replace(id, papers);

    grace.approve(question);

    assertThat(run.end().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.run().describe().cause()).contains("was approved with the resource id");
    assertThat(run.stateOf(endpoint)).isEqualTo("rejected");
    assertThat(run.connect(endpoint, 5433)).isNotInstanceOf(Reached.class);
  }

  @Test
  void a_yes_follows_a_blue_green_switchover() {
    DbId id =
        scenario
            .provider()
            .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "papers").readers(1));
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    Encounter run = start(RequestText.to("papers").without("acceptHostBlockRisk")).invited();
    VpcEndpoint endpoint = run.createEndpoint();
    String question = run.question();
    scenario.world().rds().switchOver(id, scenario.world().rds().createGreen(id));
    scenario.world().scheduler().pause(Duration.ofMinutes(12));

    grace.approve(question);

    assertThat(run.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.connect(endpoint, 5433)).isInstanceOf(Reached.class);
  }

  @Test
  void a_question_names_the_very_database_and_the_principal() {
    NewDatabase orders = NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1);
    scenario.provider().database(orders);
    Encounter run = start(RequestText.to("orders")).invited();
    run.createEndpoint();
    String question = run.question();

    JsonNode subject = grace.read(question).body().path("subject");
    assertThat(subject.path("principal").asText()).isEqualTo("arn:aws:iam::222222222222:root");
    assertThat(subject.path("databaseArn").asText()).endsWith(":cluster:orders");
    assertThat(subject.path("databaseResourceId").asText()).startsWith("cluster-");
    assertThat(subject.path("readerPort").asInt()).isEqualTo(3306);
    assertThat(subject.path("writerPort").asInt()).isEqualTo(3307);
  }

  private void replace(DbId id, NewDatabase again) {
    scenario
        .world()
        .scheduler()
        .exclusively(
            () -> {
              scenario.world().rds().destroy(id);
              return true;
            });
    scenario.world().scheduler().pause(Duration.ofMinutes(10));
    scenario.provider().database(again);
    scenario.world().scheduler().pause(Duration.ofMinutes(20));
  }

  private Encounter start(RequestText request) {
    return Encounter.start(scenario, scenario.consumer(), grace, request.json());
  }
}
