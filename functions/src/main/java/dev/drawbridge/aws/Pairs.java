package dev.drawbridge.aws;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What AWS lists as keys with values: tags, attributes. Its models demand no value of them, and
 * where there is none the SDK has null.
 */
public final class Pairs {
  private Pairs() {}

  /** By key; one without a value has the empty one. */
  public static <T> Map<String, String> of(
      Collection<T> pairs, Function<T, String> key, Function<T, @Nullable String> value) {
    Map<String, String> all = new HashMap<>();
    for (T pair : pairs) {
      String text = value.apply(pair);
      all.put(key.apply(pair), text == null ? "" : text);
    }
    return all;
  }
}
