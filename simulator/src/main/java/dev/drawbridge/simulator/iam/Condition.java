package dev.drawbridge.simulator.iam;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One condition of a statement ("IAM JSON policy elements: Condition operators" and "Set operators
 * for multivalued context keys", IAM User Guide).
 *
 * @param operator for example {@code StringEquals} or {@code ForAllValues:StringLike}
 * @param key of the context
 * @param values of which one must fit
 */
public record Condition(String operator, String key, List<String> values) {
  private static final String ALL = "ForAllValues:";
  private static final String ANY = "ForAnyValue:";
  private static final String IF_EXISTS = "IfExists";
  private static final Set<String> KNOWN =
      Set.of(
          "StringEquals",
          "StringNotEquals",
          "StringEqualsIgnoreCase",
          "StringLike",
          "StringNotLike",
          "ArnEquals",
          "ArnLike",
          "ArnNotLike",
          "Bool",
          "Null");

  /**
   * @throws IllegalArgumentException naming an operator that is not modelled
   */
  public Condition {
    values = List.copyOf(values);
    if (!KNOWN.contains(base(operator))) {
      throw new IllegalArgumentException("condition operator is not modelled: " + operator);
    }
  }

  /** Whether the context of a question satisfies it. */
  boolean holds(Authorization asked) {
    List<String> found = asked.context().getOrDefault(key, List.of());
    String base = base(operator);
    if (base.equals("Null")) {
      return values.contains(String.valueOf(found.isEmpty()));
    }
    boolean negated = base.contains("Not");
    if (operator.startsWith(ALL)) {
      return found.stream().allMatch(value -> fits(base, value));
    }
    if (found.isEmpty()) {
      return operator.endsWith(IF_EXISTS) || (negated && !operator.startsWith(ANY));
    }
    return (negated && !operator.startsWith(ANY))
        ? found.stream().allMatch(value -> fits(base, value))
        : found.stream().anyMatch(value -> fits(base, value));
  }

  private boolean fits(String base, String found) {
    return switch (base) {
      case "StringEquals" -> values.contains(found);
      case "StringNotEquals" -> !values.contains(found);
      case "StringEqualsIgnoreCase", "Bool" -> values.stream().anyMatch(found::equalsIgnoreCase);
      case "StringLike", "ArnLike", "ArnEquals" ->
          values.stream().anyMatch(pattern -> Glob.matches(pattern, found));
      default -> values.stream().noneMatch(pattern -> Glob.matches(pattern, found));
    };
  }

  private static String base(String operator) {
    String text = operator.substring(operator.indexOf(':') + 1);
    return text.endsWith(IF_EXISTS) ? text.substring(0, text.length() - IF_EXISTS.length()) : text;
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(operator, key.toLowerCase(Locale.ROOT), values);
  }
}
