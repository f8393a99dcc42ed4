package dev.drawbridge.workflows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A definition as a graph: what the documentation and the lab show is what is deployed.
 *
 * @param start the first state
 * @param states by name, in the order of the definition
 */
public record StateGraph(String start, Map<String, State> states) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keeps a copy, in order. */
  public StateGraph {
    states = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }

  /** What a state does. */
  public enum Kind {
    /** A worker's task. */
    TASK,
    /** Another state machine's run. */
    CHILD,
    /** Waits until somebody answers with its task token. */
    TOKEN,
    /** Selects what comes. */
    CHOICE,
    /** Passes something on. */
    PASS,
    /** A good end. */
    SUCCEED,
    /** A bad end. */
    FAIL
  }

  /**
   * One state.
   *
   * @param comment why it exists, as the definition says
   * @param next what may come, in the order of the definition
   * @param caught what comes after an error
   */
  public record State(
      String name, Kind kind, String comment, List<String> next, List<String> caught) {
    /** Keeps copies. */
    public State {
      next = List.copyOf(next);
      caught = List.copyOf(caught);
    }
  }

  /**
   * The graph of a state machine.
   *
   * @throws IllegalArgumentException if the definition is not JSON
   */
  public static StateGraph of(StateMachine machine) {
    JsonNode definition = read(machine);
    Map<String, State> states = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> state : definition.path("States").properties()) {
      states.put(state.getKey(), state(state.getKey(), state.getValue()));
    }
    return new StateGraph(definition.path("StartAt").asText(), states);
  }

  /**
   * The graphs of all state machines, by their names.
   *
   * @throws IllegalArgumentException if a definition is not JSON
   */
  public static Map<String, StateGraph> all() {
    return Catalogue.stateMachines().stream()
        .collect(Collectors.toUnmodifiableMap(StateMachine::name, StateGraph::of));
  }

  /** A Mermaid flow chart: full lines are transitions, dotted lines are what Catch does. */
  public static String mermaid(StateMachine machine) {
    StateGraph graph = of(machine);
    List<String> lines = new ArrayList<>(List.of("flowchart TD"));
    graph.states.values().forEach(state -> lines.add("  " + shape(state)));
    Set<String> edges = new LinkedHashSet<>(List.of("  start(( )) --> " + graph.start));
    for (State state : graph.states.values()) {
      state.next.forEach(next -> edges.add("  %s --> %s".formatted(state.name, next)));
      state.caught.forEach(next -> edges.add("  %s -.-> %s".formatted(state.name, next)));
    }
    return Stream.concat(lines.stream(), edges.stream())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static State state(String name, JsonNode state) {
    Stream<JsonNode> chosen =
        state.path("Choices").valueStream().map(choice -> choice.path("Next"));
    return new State(
        name,
        kind(state),
        state.path("Comment").asText(),
        names(Stream.concat(chosen, Stream.of(state.path("Default"), state.path("Next")))),
        names(state.path("Catch").valueStream().map(caught -> caught.path("Next"))));
  }

  private static List<String> names(Stream<JsonNode> nodes) {
    return nodes.filter(node -> !node.isMissingNode()).map(JsonNode::asText).distinct().toList();
  }

  private static Kind kind(JsonNode state) {
    String resource = state.path("Resource").asText();
    return switch (state.path("Type").asText()) {
      case "Succeed" -> Kind.SUCCEED;
      case "Fail" -> Kind.FAIL;
      case "Task" ->
          resource.endsWith(".waitForTaskToken")
              ? Kind.TOKEN
              : resource.contains("startExecution") ? Kind.CHILD : Kind.TASK;
      case "Choice" -> Kind.CHOICE;
      default -> Kind.PASS;
    };
  }

  private static String shape(State state) {
    String name = state.name;
    return switch (state.kind) {
      case SUCCEED -> "%s([%s])".formatted(name, name);
      case FAIL -> "%s>%s]".formatted(name, name);
      case TOKEN -> "%s[/%s/]".formatted(name, name);
      case CHOICE -> "%s{%s}".formatted(name, name);
      case TASK, CHILD, PASS -> "%s[%s]".formatted(name, name);
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
