package dev.drawbridge.workflows.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One statement that allows something; there is none that denies.
 *
 * @param actions without wildcards, as IAM spells them
 * @param resources ARNs and patterns of ARNs, which may hold placeholders; {@code *} for actions
 *     that know no resource
 * @param conditions that must all hold
 */
public record Statement(List<String> actions, List<String> resources, List<Condition> conditions) {
  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
  }

  /**
   * The same permissions in as few statements: those that differ in their actions alone are one.
   */
  public static List<Statement> merged(List<Statement> statements) {
    Map<List<Object>, List<String>> actions = new LinkedHashMap<>();
    for (Statement each : statements) {
      List<String> together =
          actions.computeIfAbsent(
              List.of(each.resources, each.conditions), scope -> new ArrayList<>());
      each.actions.stream().filter(action -> !together.contains(action)).forEach(together::add);
    }
    return statements.stream()
        .map(
            each ->
                new Statement(
                    actions.getOrDefault(List.of(each.resources, each.conditions), List.of()),
                    each.resources,
                    each.conditions))
        .distinct()
        .toList();
  }

  static Statement allow(String resource, String... actions) {
    return new Statement(List.of(actions), List.of(resource), List.of());
  }

  Statement when(Condition... more) {
    return new Statement(
        actions, resources, Stream.concat(conditions.stream(), Stream.of(more)).toList());
  }
}
