package dev.drawbridge.simulator.iam;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One question to IAM: may this be done to that?
 *
 * @param action for example {@code elasticloadbalancing:RegisterTargets}
 * @param resource an ARN; {@code *} where the action knows no resource
 * @param context the values of the condition keys that the request has; names of keys do not depend
 *     on case
 */
public record Authorization(String action, String resource, Map<String, List<String>> context) {
  /** Keeps a copy of the context, ordered by key. */
  public Authorization {
    TreeMap<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(context);
    context = java.util.Collections.unmodifiableMap(sorted);
  }

  /** A question without context about an action that knows no resource. */
  public static Authorization of(String action) {
    return new Authorization(action, "*", Map.of());
  }

  /** The same about another resource. */
  public Authorization on(String other) {
    return new Authorization(action, other, context);
  }

  /** The same with one more value in its context. */
  public Authorization with(String key, String... values) {
    Map<String, List<String>> more = new TreeMap<>(context);
    more.put(key, List.of(values));
    return new Authorization(action, resource, more);
  }

  /** The same with more context. */
  public Authorization with(Map<String, List<String>> further) {
    Map<String, List<String>> more = new TreeMap<>(context);
    more.putAll(further);
    return new Authorization(action, resource, more);
  }
}
