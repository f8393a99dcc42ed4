package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The inputs of docs/console.md, pasted as they are. */
class ConsolePageTest {
  private static final Path PAGE = Path.of("..", "docs", "console.md");
  private static final Path INPUTS = Path.of("..", "docs", "console");

  private static final Map<String, NewDatabase> DATABASES =
      new TreeMap<>(
          Map.of(
              "aurora-mysql.json", NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1),
              "aurora-postgresql.json",
                  NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1),
              "mysql.json", NewDatabase.instance(Engine.MYSQL, "orders"),
              "mariadb.json", NewDatabase.instance(Engine.MARIADB, "orders"),
              "postgresql.json", NewDatabase.instance(Engine.POSTGRESQL, "orders")));

  static Iterable<String> inputs() {
    return DATABASES.keySet();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void an_input_of_the_page_onboards_once_two_people_have_said_yes(String name) throws IOException {
    Scenario scenario = Scenario.virtual(23);
    scenario.provider().database(Objects.requireNonNull(DATABASES.get(name)));
    if (!name.contains("postgresql")) {
      expose(scenario);
    }
    Approver grace = scenario.approver("grace@example.com");
    Encounter encounter =
        Encounter.startByHand(
                scenario, scenario.consumer(), grace, Files.readString(INPUTS.resolve(name)))
            .invited();
    encounter.createEndpoint();
    String question = encounter.question();
    grace.approve(question);
    assertThat(encounter.run().describe().statusAsString()).isEqualTo("RUNNING");
    scenario.approver("joan@example.com").approve(question);
    assertThat(encounter.end().statusAsString()).isEqualTo("SUCCEEDED");
  }

  /** The lab has the risk accepted by default, so the owner's input is put to a refusal first. */
  private static void expose(Scenario scenario) throws IOException {
    scenario
        .startByHand(RequestText.ofOwner("orders").with("acceptHostBlockRisk", false).json())
        .end(Duration.ofHours(1));
    assertThat(
            scenario
                .startByHand(Files.readString(INPUTS.resolve("owner.json")))
                .end(Duration.ofHours(1))
                .statusAsString())
        .isEqualTo("SUCCEEDED");
  }

  @Test
  void the_page_links_every_input_and_names_states_that_there_are() throws IOException {
    String page = Files.readString(PAGE);
    for (String name : DATABASES.keySet()) {
      assertThat(page).contains("(console/" + name + ")");
    }
    assertThat(page).contains("(console/owner.json)");
    try (var files = Files.list(INPUTS)) {
      assertThat(files).hasSize(DATABASES.size() + 1);
    }
  }
}
