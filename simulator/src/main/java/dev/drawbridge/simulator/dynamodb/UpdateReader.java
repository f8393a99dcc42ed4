package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.dynamodb.UpdateRecord.Action;
import dev.drawbridge.simulator.dynamodb.UpdateRecord.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads update expressions. */
final class UpdateReader {
  private final List<Action> actions = new ArrayList<>();
  private final Set<String> sections = new HashSet<>();
  private final Tokens tokens;
  private final Bindings bindings;

  private UpdateReader(Tokens tokens, Bindings bindings) {
    this.tokens = tokens;
    this.bindings = bindings;
  }

  static UpdateRecord read(String text, Bindings bindings) {
    UpdateReader reader = new UpdateReader(new Tokens("UpdateExpression", text), bindings);
    while (!reader.tokens.peek().isEmpty()) {
      reader.clause();
    }
    Path.distinct("UpdateExpression", reader.actions.stream().map(Action::path).toList());
    return new UpdateRecord(reader.actions);
  }

  private void clause() {
    String word = tokens.take().toUpperCase(Locale.ROOT);
    if (!sections.add(word)) {
      throw UpdateRecord.invalid(
          "Invalid UpdateExpression: The \"%s\" section can only be used once in an update expression;"
              .formatted(word));
    }
    do {
      switch (word) {
        case "SET" -> set();
        case "REMOVE" -> remove();
        case "ADD" -> add();
        case "DELETE" -> throw tokens.error("This world does not model the clause DELETE");
        default -> throw tokens.error("Syntax error; token: \"%s\"".formatted(word));
      }
    } while (tokens.taken(","));
  }

  private void set() {
    Path path = bindings.path(tokens);
    tokens.expect("=");
    Source left = source();
    if (tokens.peek().equals("+") || tokens.peek().equals("-")) {
      boolean minus = tokens.take().equals("-");
      Source right = source();
      actions.add(
          new Action(
              path,
              item -> Optional.of(UpdateRecord.sum(left.apply(item), right.apply(item), minus))));
    } else {
      actions.add(new Action(path, item -> Optional.of(left.apply(item))));
    }
  }

  private void remove() {
    actions.add(new Action(bindings.path(tokens), item -> Optional.empty()));
  }

  private void add() {
    Path path = bindings.path(tokens);
    AttributeValue more = bindings.value(tokens, tokens.take());
    checkAddend(more);
    actions.add(new Action(path, item -> Optional.of(UpdateRecord.added(path.read(item), more))));
  }

  /** Numbers and sets are all that can be added. */
  private static void checkAddend(AttributeValue more) {
    switch (more.type()) {
      case N, SS, NS, BS -> {}
      default ->
          throw UpdateRecord.invalid(
              "Invalid UpdateExpression: Incorrect operand type for operator or function; operator:"
                  + " ADD, operand type: %s, typeset: ALLOWED_FOR_ADD_OPERAND"
                      .formatted(more.type()));
    }
  }

  private Source source() {
    if (tokens.follows("(")) {
      return ifNotExists();
    }
    Operand operand = Operand.read(tokens, bindings);
    return item ->
        operand
            .in(item)
            .orElseThrow(
                () ->
                    UpdateRecord.invalid(
                        "The provided expression refers to an attribute that does not exist in the"
                            + " item"));
  }

  private Source ifNotExists() {
    String name = tokens.take();
    if (!name.equals("if_not_exists")) {
      throw tokens.error("This world does not model the function " + name);
    }
    tokens.expect("(");
    Path path = bindings.path(tokens);
    tokens.expect(",");
    Source other = source();
    tokens.expect(")");
    return item -> path.read(item).orElseGet(() -> other.apply(item));
  }
}
