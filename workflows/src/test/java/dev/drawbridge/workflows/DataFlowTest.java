package dev.drawbridge.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a state writes a later state reads; what nobody reads is not written. */
class DataFlowTest {
  /**
   * A path that a state or one of its catchers leaves behind.
   *
   * @param next where the run goes on from there
   */
  record Written(StateMachine machine, String state, String path, String next) {
    @Override
    public String toString() {
      return "%s/%s writes %s".formatted(machine.name(), state, path);
    }
  }

  static List<Written> written() {
    return Catalogue.stateMachines().stream().flatMap(DataFlowTest::writtenBy).toList();
  }

  @ParameterizedTest
  @MethodSource("written")
  void what_a_state_writes_a_later_state_reads(Written written) {
    Set<String> read = new HashSet<>();
    for (String later : from(written.machine(), written.next())) {
      read.addAll(Paths.readBy(state(written.machine(), later)));
    }
    assertThat(read).anyMatch(path -> Paths.touch(path, written.path()));
  }

  @ParameterizedTest
  @MethodSource("dev.drawbridge.workflows.Definitions#tasks")
  void no_worker_receives_the_whole_state_but_the_first(Definitions.State task) {
    boolean first =
        Catalogue.stateMachines().stream()
            .filter(machine -> machine.name().equals(task.machine()))
            .anyMatch(m -> Definitions.parsed(m).path("StartAt").asText().equals(task.name()));
    if (!first) {
      assertThat(Paths.readBy(task.json())).doesNotContain("$");
    }
  }

  private static Stream<Written> writtenBy(StateMachine machine) {
    return Definitions.parsed(machine).path("States").properties().stream()
        .flatMap(entry -> writtenBy(machine, entry.getKey(), entry.getValue()));
  }

  private static Stream<Written> writtenBy(StateMachine machine, String name, JsonNode state) {
    List<Written> all = new ArrayList<>();
    String next = state.path("Next").asText();
    Paths.writtenBy(state).forEach(path -> all.add(new Written(machine, name, path, next)));
    for (JsonNode catcher : state.path("Catch")) {
      if (catcher.path("ResultPath").isNull()) {
        continue;
      }
      String path = catcher.path("ResultPath").asText();
      // In place of everything there are an Error and a Cause.
      String left = path.equals("$") ? "$.Cause" : path;
      all.add(new Written(machine, name + "'s Catch", left, catcher.path("Next").asText()));
    }
    return all.stream();
  }

  /** The names of a state and of all that may follow it. */
  private static Set<String> from(StateMachine machine, String first) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (!name.isEmpty() && seen.add(name)) {
        JsonNode state = state(machine, name);
        open.addAll(state.findValuesAsText("Next"));
        open.push(state.path("Default").asText());
      }
    }
    return seen;
  }

  private static JsonNode state(StateMachine machine, String name) {
    return Definitions.parsed(machine).path("States").path(name);
  }
}
