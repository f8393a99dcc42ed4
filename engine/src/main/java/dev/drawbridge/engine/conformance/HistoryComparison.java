package dev.drawbridge.engine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a recorded history with a real one.
 *
 * <p>Without concurrency event by event. Where branches run at the same time their events may
 * interleave in another way: then every recorded event must have its own real event, and follow the
 * real event of the one that it followed when recorded.
 */
final class HistoryComparison {
  private final ConformanceCase subject;
  private final Masks masks;

  HistoryComparison(ConformanceCase subject, Masks masks) {
    this.subject = subject;
    this.masks = masks;
  }

  /** The first difference, in words. */
  Optional<String> difference(List<JsonNode> real) {
    List<JsonNode> recorded = new ArrayList<>();
    subject.expected().path("events").forEach(recorded::add);
    boolean normalised = subject.json().path("orderNormalised").asBoolean();
    List<JsonNode> compared = normalised ? withoutJoins(real) : real;
    List<JsonNode> wanted = normalised ? withoutJoins(recorded) : recorded;
    Optional<String> inOrder = inOrder(wanted, compared);
    if (inOrder.isEmpty() || !(normalised || concurrent(recorded))) {
      return inOrder;
    }
    return byChain(wanted, compared).map(reason -> reason + " (in order: " + inOrder.get() + ")");
  }

  /** The recorder's sorting lost the events at which Parallel states succeed. */
  private static List<JsonNode> withoutJoins(List<JsonNode> events) {
    return events.stream()
        .filter(event -> !event.path("type").asText().equals("ParallelStateSucceeded"))
        .toList();
  }

  private static boolean concurrent(List<JsonNode> recorded) {
    Map<Integer, Integer> followers = new HashMap<>();
    recorded.forEach(
        event -> followers.merge(event.path("previousEventId").asInt(), 1, Integer::sum));
    return followers.entrySet().stream().anyMatch(e -> e.getKey() != 0 && e.getValue() > 1);
  }

  private Optional<String> inOrder(List<JsonNode> recorded, List<JsonNode> real) {
    Masks trial = masks.copy();
    for (int i = 0; i < Math.max(recorded.size(), real.size()); i++) {
      JsonNode wanted = i < recorded.size() ? recorded.get(i) : null;
      JsonNode found = i < real.size() ? real.get(i) : null;
      if (wanted == null || found == null || !same(wanted, found, trial)) {
        return Optional.of(
            "event %d: recorded %s, got %s".formatted(i + 1, shown(wanted), shown(found)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> byChain(List<JsonNode> recorded, List<JsonNode> real) {
    if (recorded.size() != real.size()) {
      return Optional.of("%d events recorded, %d got".formatted(recorded.size(), real.size()));
    }
    Masks trial = masks.copy();
    Map<Integer, Integer> placeOf = new HashMap<>();
    boolean[] used = new boolean[real.size()];
    for (JsonNode wanted : recorded) {
      int after = placeOf.getOrDefault(wanted.path("previousEventId").asInt(), -1);
      int place = after + 1;
      while (place < real.size() && (used[place] || !matches(wanted, real.get(place), trial))) {
        place++;
      }
      if (place == real.size()) {
        return Optional.of("no event for " + shown(wanted));
      }
      used[place] = true;
      if (wanted.path("id").isInt()) {
        placeOf.put(wanted.get("id").intValue(), place);
      }
    }
    return Optional.empty();
  }

  private static boolean matches(JsonNode recorded, JsonNode real, Masks trial) {
    return same(recorded, real, trial.copy()) && same(recorded, real, trial);
  }

  private static boolean same(JsonNode recorded, JsonNode real, Masks trial) {
    return recorded.path("type").asText().equals(real.path("type").asText())
        && trial.match(details(recorded), details(real));
  }

  private static JsonNode details(JsonNode event) {
    for (var field : event.properties()) {
      if (field.getKey().endsWith("EventDetails")) {
        return field.getValue();
      }
    }
    return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
  }

  private static String shown(@org.jspecify.annotations.Nullable JsonNode event) {
    return event == null ? "none" : event.path("type").asText() + " " + details(event);
  }
}
