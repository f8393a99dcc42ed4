package dev.drawbridge.engine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks where states lead: targets exist, every state is reached, the workflow can end.
 *
 * <p>Order and wording follow AWS's answers as quoted in localstack/localstack pull request 12487
 * and floci-io/floci issue 2735 and pull request 2786: a missing target is reported first, a
 * workflow without a terminal state has no location, and it suppresses unreachable states.
 */
final class Transitions {
  private static final String CODE = "MISSING_TRANSITION_TARGET";

  private Transitions() {}

  static void check(JsonNode workflow, String at, List<Diagnostic> found) {
    JsonNode states = workflow.path("States");
    if (!states.has(workflow.path("StartAt").asText())) {
      found.add(
          new Diagnostic(
              CODE,
              "Missing 'StartAt' target: " + workflow.path("StartAt").asText(),
              at + "/StartAt"));
    }
    for (var state : states.properties()) {
      String place = at + "/States/" + state.getKey();
      targets(state.getValue(), place)
          .forEach(
              (where, target) -> {
                if (!states.has(target)) {
                  found.add(new Diagnostic(CODE, "Missing 'Next' target: " + target, where));
                }
              });
      nested(state.getValue(), place, found);
    }
    if (states.properties().stream().noneMatch(state -> terminal(state.getValue()))) {
      found.add(new Diagnostic("MISSING_END_STATE", "Workflow has no terminal state", null));
    } else {
      unreachable(workflow, at, found);
    }
  }

  private static void nested(JsonNode state, String at, List<Diagnostic> found) {
    for (int i = 0; i < state.path("Branches").size(); i++) {
      check(state.get("Branches").get(i), at + "/Branches[" + i + "]", found);
    }
    for (String processor : List.of("Iterator", "ItemProcessor")) {
      if (state.has(processor)) {
        check(state.get(processor), at + "/" + processor, found);
      }
    }
  }

  private static boolean terminal(JsonNode state) {
    return state.path("End").asBoolean()
        || Set.of("Succeed", "Fail").contains(state.path("Type").asText());
  }

  private static void unreachable(JsonNode workflow, String at, List<Diagnostic> found) {
    JsonNode states = workflow.path("States");
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(workflow.path("StartAt").asText()));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (reached.add(name)) {
        open.addAll(targets(states.path(name), "").values());
      }
    }
    states
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!reached.contains(name)) {
                found.add(
                    new Diagnostic(
                        CODE,
                        "State \"%s\" is not reachable.".formatted(name),
                        at + "/States/" + name));
              }
            });
  }

  /** Where a state may lead: place in the definition to target. */
  private static Map<String, String> targets(JsonNode state, String at) {
    Map<String, String> targets = new LinkedHashMap<>();
    for (String field : List.of("Next", "Default")) {
      if (state.has(field)) {
        targets.put(at + "/" + field, state.get(field).asText());
      }
    }
    for (String list : List.of("Choices", "Catch")) {
      for (int i = 0; i < state.path(list).size(); i++) {
        targets.put(
            "%s/%s[%d]/Next".formatted(at, list, i), state.get(list).get(i).path("Next").asText());
      }
    }
    return targets;
  }
}
