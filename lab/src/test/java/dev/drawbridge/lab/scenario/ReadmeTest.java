package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.StateGraph;
import dev.drawbridge.workflows.StateMachine;
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

  /** The line of the transcript where the failover begins. */
  private static final String KILL = "kills the writer's process";

  @Test
  void the_transcript_shows_the_states_that_an_onboarding_enters() throws IOException {
    String transcript = readme();
    List<String> shown = states(transcript.substring(0, transcript.indexOf(KILL)));
    assertThat(shown).isNotEmpty().isEqualTo(entered());
  }

  /**
   * How many runs there are, and how often they go round, depends on when events arrive, so no run
   * is compared with.
   */
  @Test
  void the_transcript_shows_states_of_a_refresh_that_follow_each_other_by_the_definition()
      throws IOException {
    String transcript = readme();
    List<String> shown = states(transcript.substring(transcript.indexOf(KILL)));
    assertThat(shown).startsWith("AcquireLease").contains("RegisterTargets").endsWith("Refreshed");
    String graph = StateGraph.mermaid(refreshTargets()) + "  Refreshed --> AcquireLease\n";
    for (int i = 1; i < shown.size(); i++) {
      assertThat(graph).contains("  %s --> %s\n".formatted(shown.get(i - 1), shown.get(i)));
    }
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("..", "README.md"));
  }

  private static List<String> states(String transcript) {
    return STATE.matcher(transcript).results().map(match -> match.group(1)).toList();
  }

  private static StateMachine refreshTargets() {
    return Catalogue.stateMachines().stream()
        .filter(machine -> machine.name().equals("refresh-targets"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> entered() {
    Scenario scenario = Scenario.virtual(1);
    scenario
        .provider()
        .database(
            NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                .readers(2)
                .parameter("max_connect_errors", "1000000"));
    scenario.expose(RequestText.ofOwner("orders").with("instancePorts", true));
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
            {"databaseIdentifier": "orders", "consumerAccountId": "222222222222"}
            """)
        .finish();
    return states;
  }
}
