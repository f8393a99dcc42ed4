package dev.drawbridge.workflows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The definitions as JSON, for tests that look at every state. */
final class Definitions {
  static final ObjectMapper JSON = new ObjectMapper();

  private Definitions() {}

  /** A state of a machine. */
  record State(String machine, String name, JsonNode json) {
    boolean isTask() {
      return json.path("Type").asText().equals("Task");
    }

    boolean isLambda() {
      return json.path("Resource").asText().contains(":lambda:invoke");
    }

    boolean waitsForToken() {
      return json.path("Resource").asText().endsWith(".waitForTaskToken");
    }

    List<JsonNode> retriers() {
      return elements("Retry");
    }

    List<JsonNode> catchers() {
      return elements("Catch");
    }

    private List<JsonNode> elements(String field) {
      List<JsonNode> elements = new ArrayList<>();
      json.path(field).forEach(elements::add);
      return elements;
    }

    @Override
    public String toString() {
      return machine + "/" + name;
    }
  }

  static JsonNode parsed(StateMachine machine) {
    try {
      return JSON.readTree(machine.definition());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(machine.name(), e);
    }
  }

  static Stream<State> states() {
    return Catalogue.stateMachines().stream()
        .flatMap(
            machine ->
                parsed(machine).path("States").properties().stream()
                    .map(entry -> new State(machine.name(), entry.getKey(), entry.getValue())));
  }

  static Stream<State> tasks() {
    return states().filter(State::isTask);
  }

  static List<String> errors(JsonNode retrierOrCatcher) {
    List<String> errors = new ArrayList<>();
    retrierOrCatcher.path("ErrorEquals").forEach(error -> errors.add(error.asText()));
    return errors;
  }
}
