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

/** What a catcher gets is Lambda's JSON: a state makes a sentence of it before a run fails. */
class CauseTest {
  /**
   * A catcher of a state.
   *
   * @param path where it leaves the error
   */
  record Catcher(StateMachine machine, String state, String path, String next) {
    @Override
    public String toString() {
      return "%s/%s to %s".formatted(machine.name(), state, next);
    }
  }

  static List<Catcher> catchers() {
    return Catalogue.stateMachines().stream().flatMap(CauseTest::of).toList();
  }

  @ParameterizedTest
  @MethodSource("catchers")
  void no_run_fails_with_a_cause_as_a_catcher_left_it(Catcher catcher) {
    String raw = catcher.path() + ".Cause";
    for (String name : reachedWith(raw, catcher)) {
      JsonNode state = state(catcher.machine(), name);
      if (state.path("Type").asText().equals("Fail")) {
        assertThat(state.path("CausePath").asText()).as(name).isNotEqualTo(raw);
      }
    }
  }

  /** The states that the run may come to while the raw cause is where the catcher left it. */
  private static Set<String> reachedWith(String raw, Catcher catcher) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(catcher.next()));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (name.isEmpty() || !seen.add(name)) {
        continue;
      }
      JsonNode state = state(catcher.machine(), name);
      if (!replaces(raw, state)) {
        open.push(state.path("Next").asText());
        open.addAll(state.path("Choices").findValuesAsText("Next"));
        open.push(state.path("Default").asText());
      }
    }
    return seen;
  }

  /** Whether the state writes over the raw cause, and not with the raw cause itself. */
  private static boolean replaces(String raw, JsonNode state) {
    boolean copies = state.path("Parameters").path("Cause.$").asText().equals(raw);
    boolean writesOver =
        !copies && Paths.writtenBy(state).stream().anyMatch(path -> Paths.touch(raw, path));
    return writesOver || (state.path("Type").asText().equals("Pass") && !state.has("ResultPath"));
  }

  private static Stream<Catcher> of(StateMachine machine) {
    List<Catcher> all = new ArrayList<>();
    Definitions.parsed(machine)
        .path("States")
        .properties()
        .forEach(
            entry -> {
              for (JsonNode catcher : entry.getValue().path("Catch")) {
                all.add(
                    new Catcher(
                        machine,
                        entry.getKey(),
                        catcher.path("ResultPath").asText(),
                        catcher.path("Next").asText()));
              }
            });
    return all.stream();
  }

  private static JsonNode state(StateMachine machine, String name) {
    return Definitions.parsed(machine).path("States").path(name);
  }
}
