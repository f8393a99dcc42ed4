package dev.drawbridge.simulator.operation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The filters of one Describe operation.
 *
 * <p>Values of one filter are alternatives, several filters must all match. A filter that is not
 * modelled is refused by name rather than ignored, whether or not there is anything to filter.
 *
 * @param <R> what is filtered
 */
public final class Filters<R> {
  /**
   * One filter of a request.
   *
   * @param values any of them may match
   */
  public record Condition(String name, List<String> values) {
    /** Keeps a copy of the values. */
    public Condition {
      values = List.copyOf(values);
    }
  }

  private final Matching matching;
  private final Function<String, ServiceError> unknown;
  private final Map<String, Function<R, Collection<String>>> known = new HashMap<>();
  private final Map<String, BiFunction<R, String, Collection<String>>> families = new HashMap<>();

  /** How a filter's value is compared with a resource's. */
  public enum Matching {
    /** As it is. */
    EXACT,
    /** With the wildcards {@code *} and {@code ?}. */
    WILDCARDS
  }

  /**
   * No filter yet.
   *
   * @param unknown the error for a filter of that name
   */
  public Filters(Matching matching, Function<String, ServiceError> unknown) {
    this.matching = matching;
    this.unknown = unknown;
  }

  /** Adds a filter on one value. */
  public Filters<R> on(String name, Function<R, String> value) {
    return onAny(name, row -> List.of(value.apply(row)));
  }

  /** Adds a filter that matches when any of several values does. */
  public Filters<R> onAny(String name, Function<R, Collection<String>> values) {
    known.put(name, values);
    return this;
  }

  /** Adds all filters whose name is the prefix and a key, as {@code tag:KEY}. */
  public Filters<R> onEach(String prefix, BiFunction<R, String, Collection<String>> values) {
    families.put(prefix, values);
    return this;
  }

  /**
   * The rows that every condition lets through.
   *
   * @throws ServiceError for the first filter that is not known
   */
  public List<R> apply(Collection<R> rows, List<Condition> conditions) {
    List<Check<R>> checks = conditions.stream().map(this::check).toList();
    return rows.stream()
        .filter(row -> checks.stream().allMatch(check -> check.passes(row)))
        .toList();
  }

  private Check<R> check(Condition condition) {
    Function<R, Collection<String>> values = values(condition.name());
    if (values == null) {
      throw unknown.apply(condition.name());
    }
    return new Check<>(values, condition.values().stream().map(this::pattern).toList());
  }

  private @Nullable Function<R, Collection<String>> values(String name) {
    for (Map.Entry<String, BiFunction<R, String, Collection<String>>> family :
        families.entrySet()) {
      if (name.startsWith(family.getKey())) {
        String key = name.substring(family.getKey().length());
        return row -> family.getValue().apply(row, key);
      }
    }
    return known.get(name);
  }

  private Pattern pattern(String value) {
    String quoted = Pattern.quote(value);
    return Pattern.compile(
        matching == Matching.EXACT
            ? quoted
            : quoted.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"),
        Pattern.DOTALL);
  }

  private record Check<R>(Function<R, Collection<String>> values, List<Pattern> wanted) {
    boolean passes(R row) {
      Collection<String> actual = values.apply(row);
      return wanted.stream()
          .anyMatch(pattern -> actual.stream().anyMatch(v -> pattern.matcher(v).matches()));
    }
  }
}
