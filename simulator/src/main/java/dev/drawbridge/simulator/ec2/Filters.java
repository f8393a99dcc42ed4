package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * The filters of one Describe operation.
 *
 * <p>Values of one filter are alternatives, several filters must all match, {@code *} and {@code ?}
 * are wildcards. {@code tag:KEY} and {@code tag-key} work on every resource; a filter that is not
 * modelled is refused by name rather than ignored.
 */
final class Filters<R extends Row> {
  private final Tags tags;
  private final Map<String, Function<R, Collection<String>>> known = new HashMap<>();

  Filters(Tags tags) {
    this.tags = tags;
    known.put("tag-key", row -> tags.of(row.id()).keySet());
  }

  /** Adds a filter on one value. */
  Filters<R> on(String name, Function<R, String> value) {
    known.put(name, row -> List.of(value.apply(row)));
    return this;
  }

  /** Adds a filter that matches when any of several values does. */
  Filters<R> onAny(String name, Function<R, Collection<String>> values) {
    known.put(name, values);
    return this;
  }

  List<R> apply(List<R> rows, List<Filter> filters) {
    return rows.stream()
        .filter(row -> filters.stream().allMatch(filter -> matches(row, filter)))
        .toList();
  }

  private boolean matches(R row, Filter filter) {
    Collection<String> actual = values(row, filter.name());
    return filter.values().stream()
        .map(Filters::pattern)
        .anyMatch(wanted -> actual.stream().anyMatch(value -> wanted.matcher(value).matches()));
  }

  private Collection<String> values(R row, String name) {
    if (name.startsWith("tag:")) {
      String value = tags.of(row.id()).get(name.substring("tag:".length()));
      return value == null ? List.of() : List.of(value);
    }
    Function<R, Collection<String>> values = known.get(name);
    if (values == null) {
      throw ServiceError.client(
          "InvalidParameterValue", "The filter '%s' is invalid".formatted(name));
    }
    return values.apply(row);
  }

  private static Pattern pattern(String value) {
    String quoted = Pattern.quote(value).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(quoted);
  }
}
