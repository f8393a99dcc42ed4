package dev.drawbridge.simulator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a request breaks its model.
 *
 * @param path the member as AWS names it in messages, {@code targets.1.member.port}
 * @param name the member itself, as the model spells it
 * @param value what it was; null where it is missing
 * @param member what the model says of it; of {@code ELEMENTS}, {@code KEYS} and {@code VALUES},
 *     what it says of each
 * @param within the first element, key or value that is wrong; null for the other kinds
 */
record Violation(
    String path,
    String name,
    @Nullable Object value,
    Member member,
    Kind kind,
    @Nullable Violation within) {

  Violation(String path, String name, @Nullable Object value, Member member, Kind kind) {
    this(path, name, value, member, kind, null);
  }

  /** What is wrong. */
  enum Kind {
    MISSING,
    TOO_LONG,
    TOO_SHORT,
    TOO_LARGE,
    TOO_SMALL,
    NO_MATCH,
    UNKNOWN_VALUE,
    ELEMENTS,
    KEYS,
    VALUES
  }

  /** What the model demands, in the words of AWS's common framework. */
  String demand() {
    return switch (kind) {
      case ELEMENTS -> "Member must satisfy constraint: " + all();
      case KEYS -> "Map keys must satisfy constraint: " + all();
      case VALUES -> "Map value must satisfy constraint: " + all();
      default -> demand(kind);
    };
  }

  private String demand(Kind of) {
    Constraint facts = member.constraint();
    return switch (of) {
      case MISSING -> "Member must not be null";
      case TOO_LONG -> "Member must have length less than or equal to " + facts.max();
      case TOO_SHORT -> "Member must have length greater than or equal to " + facts.min();
      case TOO_LARGE -> "Member must have value less than or equal to " + facts.max();
      case TOO_SMALL -> "Member must have value greater than or equal to " + facts.min();
      case NO_MATCH -> "Member must satisfy regular expression pattern: " + facts.pattern();
      case UNKNOWN_VALUE ->
          "Member must satisfy enum value set: [%s]".formatted(String.join(", ", facts.values()));
      case ELEMENTS, KEYS, VALUES -> throw new IllegalArgumentException(of.name());
    };
  }

  private List<String> all() {
    Constraint facts = member.constraint();
    List<String> demands = new ArrayList<>();
    if (facts.max() != null) {
      demands.add(demand(facts.number() ? Kind.TOO_LARGE : Kind.TOO_LONG));
    }
    if (facts.min() != null) {
      demands.add(demand(facts.number() ? Kind.TOO_SMALL : Kind.TOO_SHORT));
    }
    if (facts.pattern() != null) {
      demands.add(demand(Kind.NO_MATCH));
    }
    if (!facts.values().isEmpty()) {
      demands.add(demand(Kind.UNKNOWN_VALUE));
    }
    return demands;
  }

  /** {@code TargetGroupArn} is {@code targetGroupArn} in messages. */
  static String lowerFirst(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
