package dev.drawbridge.lab.permissions;

import dev.drawbridge.simulator.iam.Condition;
import dev.drawbridge.simulator.iam.Policy;
import dev.drawbridge.simulator.iam.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A policy without one of its parts.
 *
 * @param part what is missing, for messages
 */
record Reduced(String part, Policy policy) {

  /** The policy without each of its actions, resources and values in turn: all narrower. */
  static Stream<Reduced> narrower(Policy policy) {
    return each(
        policy,
        (statement, parts) -> {
          for (String action : statement.actions()) {
            List<String> left = without(statement.actions(), action);
            parts.add(
                new Part(
                    action + " on " + statement.resources() + statement.conditions(),
                    with(statement, left, statement.resources(), statement.conditions())));
          }
          for (String resource : statement.resources()) {
            List<String> left = without(statement.resources(), resource);
            parts.add(
                new Part(
                    "resource " + resource + " of " + statement.actions(),
                    with(statement, statement.actions(), left, statement.conditions())));
          }
        });
  }

  /** The policy without each of its conditions in turn: all wider. */
  static Stream<Reduced> wider(Policy policy) {
    return each(
        policy,
        (statement, parts) -> {
          for (Condition condition : statement.conditions()) {
            parts.add(
                new Part(
                    condition + " of " + statement.actions(),
                    with(
                        statement,
                        statement.actions(),
                        statement.resources(),
                        without(statement.conditions(), condition))));
          }
        });
  }

  private record Part(String name, Statement statement) {}

  private interface Parts {
    void of(Statement statement, List<Part> parts);
  }

  private static Stream<Reduced> each(Policy policy, Parts cut) {
    return IntStream.range(0, policy.statements().size())
        .boxed()
        .flatMap(
            index -> {
              List<Part> parts = new ArrayList<>();
              cut.of(policy.statements().get(index), parts);
              return parts.stream()
                  .map(
                      part ->
                          new Reduced(
                              part.name(), replaced(policy, index, old -> part.statement())));
            });
  }

  private static Policy replaced(Policy policy, int index, UnaryOperator<Statement> change) {
    List<Statement> statements = new ArrayList<>(policy.statements());
    statements.set(index, change.apply(statements.get(index)));
    return new Policy(statements);
  }

  private static Statement with(
      Statement old, List<String> actions, List<String> resources, List<Condition> conditions) {
    return new Statement(old.allow(), actions, resources, conditions);
  }

  private static <T> List<T> without(List<T> list, T element) {
    return list.stream().filter(each -> !each.equals(element)).toList();
  }
}
