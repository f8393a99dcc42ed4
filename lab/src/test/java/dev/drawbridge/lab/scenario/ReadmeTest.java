package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  /** A line of the transcript that shows a state: the time, and the state's name alone. */
  private static final Pattern STATE = Pattern.compile("(?m)^ *\\d+\\.\\d\\d s {2}(\\w+)$");

  @Test
  void the_transcript_shows_the_states_that_an_onboarding_enters() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    List<String> shown = STATE.matcher(readme).results().map(match -> match.group(1)).toList();
    assertThat(shown).isNotEmpty().isEqualTo(entered());
  }

  private static List<String> entered() {
    Scenario scenario = Scenario.virtual(1);
    scenario
        .provider()
        .database(
            NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                .readers(2)
                .parameter("max_connect_errors", "1000000"));
    List<String> states = new ArrayList<>();
    scenario
        .world()
        .states()
        .onHistory(
            (execution, event) -> {
              if (event.stateEnteredEventDetails() != null) {
                states.add(event.stateEnteredEventDetails().name());
              }
            });
    Encounter.start(
            scenario,
            scenario.consumer(),
            scenario.approver("grace@example.com"),
            """
            {"databaseIdentifier": "orders", "consumerAccountId": "222222222222",
             "requestedBy": "ada@example.com"}
            """)
        .finish();
    return states;
  }
}
