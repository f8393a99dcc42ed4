package dev.drawbridge.simulator.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an item must satisfy. A comparison with a missing attribute does not hold. */
sealed interface Condition {

  /** Whether the item satisfies it; an absent item is an empty one. */
  boolean holds(Map<String, AttributeValue> item);

  /** What it compares; empty where only conditions are joined. */
  default List<Operand> operands() {
    return List.of();
  }

  /** The attributes that it reads. */
  default List<Path> paths() {
    return operands().stream()
        .filter(Operand.Attribute.class::isInstance)
        .map(operand -> ((Operand.Attribute) operand).path())
        .toList();
  }

  /** Both. */
  record And(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return left.holds(item) && right.holds(item);
    }

    @Override
    public List<Path> paths() {
      return Stream.of(left, right).flatMap(side -> side.paths().stream()).toList();
    }
  }

  /** Either. */
  record Or(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return left.holds(item) || right.holds(item);
    }

    @Override
    public List<Path> paths() {
      return Stream.of(left, right).flatMap(side -> side.paths().stream()).toList();
    }
  }

  /** The opposite. */
  record Not(Condition inner) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return !inner.holds(item);
    }

    @Override
    public List<Path> paths() {
      return inner.paths();
    }
  }

  /** A comparison with {@code = <> < <= > >=}. */
  record Compare(String operator, Operand left, Operand right) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      Optional<AttributeValue> a = left.in(item);
      Optional<AttributeValue> b = right.in(item);
      if (operator.equals("<>")) {
        return a.isEmpty() || b.isEmpty() || !Values.same(a.get(), b.get());
      }
      if (a.isEmpty() || b.isEmpty()) {
        return false;
      }
      if (operator.equals("=")) {
        return Values.same(a.get(), b.get());
      }
      OptionalInt order = Values.compare(a.get(), b.get());
      return order.isPresent() && inOrder(order.getAsInt());
    }

    @Override
    public List<Operand> operands() {
      return List.of(left, right);
    }

    private boolean inOrder(int order) {
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }
  }

  /** Not below one and not above the other. */
  record Between(Operand left, Operand low, Operand high) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return new Compare(">=", left, low).holds(item) && new Compare("<=", left, high).holds(item);
    }

    @Override
    public List<Operand> operands() {
      return List.of(left, low, high);
    }
  }

  /** Equal to one of several. */
  record In(Operand left, List<Operand> choices) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return choices.stream().anyMatch(c -> new Compare("=", left, c).holds(item));
    }

    @Override
    public List<Operand> operands() {
      return Stream.concat(Stream.of(left), choices.stream()).toList();
    }
  }

  /** {@code attribute_exists}. */
  record Exists(Path path) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      return path.read(item).isPresent();
    }

    @Override
    public List<Operand> operands() {
      return List.of(new Operand.Attribute(path));
    }
  }

  /** {@code begins_with}. */
  record BeginsWith(Path path, Operand prefix) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      Optional<String> text = path.read(item).map(AttributeValue::s);
      Optional<String> start = prefix.in(item).map(AttributeValue::s);
      return text.isPresent() && start.isPresent() && text.get().startsWith(start.get());
    }

    @Override
    public List<Operand> operands() {
      return List.of(new Operand.Attribute(path), prefix);
    }
  }

  /** {@code contains}. */
  record Contains(Path path, Operand part) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item) {
      Optional<AttributeValue> whole = path.read(item);
      Optional<AttributeValue> piece = part.in(item);
      return whole.isPresent() && piece.isPresent() && Values.contains(whole.get(), piece.get());
    }

    @Override
    public List<Operand> operands() {
      return List.of(new Operand.Attribute(path), part);
    }
  }
}
