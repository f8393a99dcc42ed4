package dev.drawbridge.workflows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws a definition as a Mermaid flow chart: what the documentation shows is what is deployed. */
public final class StateGraph {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> edges = new LinkedHashSet<>();
  private final List<String> shapes = new ArrayList<>();

  private StateGraph() {}

  /**
   * The chart of a state machine: full lines are transitions, dotted lines are what Catch does.
   *
   * @throws IllegalArgumentException if the definition is not JSON
   */
  public static String mermaid(StateMachine machine) {
    StateGraph graph = new StateGraph();
    JsonNode definition = read(machine);
    graph.edges.add("  start(( )) --> " + definition.path("StartAt").asText());
    for (Map.Entry<String, JsonNode> state : definition.path("States").properties()) {
      graph.add(state.getKey(), state.getValue());
    }
    return "flowchart TD\n"
        + String.join("\n", graph.shapes)
        + "\n"
        + String.join("\n", graph.edges)
        + "\n";
  }

  private void add(String name, JsonNode state) {
    shapes.add("  " + shape(name, state));
    state.path("Choices").forEach(choice -> edge(name, "-->", choice.path("Next")));
    edge(name, "-->", state.path("Default"));
    edge(name, "-->", state.path("Next"));
    state.path("Catch").forEach(caught -> edge(name, "-.->", caught.path("Next")));
  }

  private void edge(String from, String arrow, JsonNode to) {
    if (!to.isMissingNode()) {
      edges.add("  %s %s %s".formatted(from, arrow, to.asText()));
    }
  }

  private static String shape(String name, JsonNode state) {
    boolean person = state.path("Resource").asText().endsWith(".waitForTaskToken");
    return switch (state.path("Type").asText()) {
      case "Choice" -> "%s{%s}".formatted(name, name);
      case "Succeed" -> "%s([%s])".formatted(name, name);
      case "Fail" -> "%s>%s]".formatted(name, name);
      default -> person ? "%s[/%s/]".formatted(name, name) : "%s[%s]".formatted(name, name);
    };
  }

  private static JsonNode read(StateMachine machine) {
    try {
      return JSON.readTree(machine.definition());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(machine.name() + " is not JSON", e);
    }
  }
}
