package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.lambda.InvocationResult;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a path stands, for whoever asks. */
class InspectExposureTest {
  private final Scenario scenario = Scenario.virtual(53);
  private final DbId database =
      scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  private final Exposure path = Exposure.of(scenario, database);

  @Test
  void a_sound_path_is_said_to_be_sound() throws IOException {
    JsonNode report = report("orders");
    assertThat(report.path("sound").asBoolean()).isTrue();
    assertThat(report.path("words").toString()).contains(":cluster:orders is sound");
    assertThat(report.path("findings")).isEmpty();
    assertThat(report.path("everySeconds").asInt()).isEqualTo(600);
  }

  @Test
  void what_is_wrong_is_named_with_since_when_whose_it_is_and_what_becomes_of_it()
      throws IOException {
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    Breakage.WILDCARD_PRINCIPAL.happen(path);
    scenario.world().scheduler().pause(Duration.ofMinutes(30));

    JsonNode report = report(database.arn("cluster"));

    JsonNode finding = report.path("findings").path(0);
    assertThat(report.path("sound").asBoolean()).isFalse();
    assertThat(finding.path("kind").asText()).isEqualTo("WILDCARD_PRINCIPAL");
    assertThat(finding.path("whose").asText()).isEqualTo("OWNER");
    assertThat(finding.path("remedy").asText()).isEqualTo("TELL");
    assertThat(finding.path("since").asText())
        .isLessThan(scenario.world().scheduler().now().minusSeconds(600).toString());
    assertThat(report.path("words").toString()).contains("lets everybody", "a person has to act");
  }

  @Test
  void a_database_that_is_not_exposed_is_refused_by_name() {
    assertThat(invoke("payroll").toString()).contains("payroll", "is not exposed");
  }

  @Test
  void an_operator_reads_the_same_through_the_api() {
    Breakage.NOTIFICATION_DELETED.happen(path);
    JsonNode body =
        scenario
            .caller(scenario.people().operator("ada@example.com"))
            .call("GET", "/databases/orders")
            .body();
    assertThat(body.path("inspection").path("sound").asBoolean(true)).isFalse();
    assertThat(body.path("inspection").path("findings").path(0).path("kind").asText())
        .isEqualTo("NOTIFICATION_GONE");
  }

  private JsonNode report(String identifier) throws IOException {
    return new ObjectMapper().readTree(invoke(identifier).payload());
  }

  private InvocationResult invoke(String identifier) {
    return ByHand.invoke(scenario, "InspectExposure", RequestText.ofOwner(identifier).json());
  }
}
