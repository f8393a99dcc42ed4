package dev.drawbridge.lab.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A definition as an engine takes it, on a clock that cannot be hurried.
 *
 * @param definition what the engine has accepted
 * @param dropped what it had refused
 */
public record Adaptation(String definition, Set<NewerField> dropped) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The shortest delay that the language has. */
  private static final int SECOND = 1;

  /** Keeps a copy. */
  public Adaptation {
    dropped = Set.copyOf(dropped);
  }

  /**
   * Offers a definition whose retries come at once, and drops one newer field after another for as
   * long as it is refused.
   *
   * @param refusal offers a definition; what the engine says if it refuses it
   * @throws IllegalStateException with the engine's words if it refuses it without any of them
   */
  public static Adaptation of(String definition, Function<String, Optional<String>> refusal) {
    EnumSet<NewerField> dropped = EnumSet.noneOf(NewerField.class);
    JsonNode quick = quick(parse(definition));
    Optional<String> refused = refusal.apply(quick.toString());
    for (NewerField field : NewerField.values()) {
      if (refused.isEmpty()) {
        break;
      }
      dropped.add(field);
      drop(quick, field);
      refused = refusal.apply(quick.toString());
    }
    refused.ifPresent(
        words -> {
          throw new IllegalStateException("the engine refuses the definition: " + words);
        });
    return new Adaptation(quick.toString(), dropped);
  }

  /** What was dropped, for people. */
  public String remark() {
    return dropped.isEmpty()
        ? "nothing was dropped"
        : "dropped: "
            + dropped.stream()
                .flatMap(field -> field.names().stream())
                .sorted()
                .collect(Collectors.joining(", "));
  }

  private static JsonNode quick(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("ErrorEquals")) {
      if (object.has("IntervalSeconds")) {
        object.put("IntervalSeconds", SECOND);
      }
      if (object.has("BackoffRate")) {
        object.put("BackoffRate", 1.0);
      }
      if (object.has("MaxDelaySeconds")) {
        object.put("MaxDelaySeconds", SECOND + 1); // must be longer than the interval
      }
    }
    node.forEach(Adaptation::quick);
    return node;
  }

  private static void drop(JsonNode node, NewerField field) {
    if (node instanceof ObjectNode object) {
      object.remove(field.names());
    }
    node.forEach(child -> drop(child, field));
  }

  private static JsonNode parse(String definition) {
    try {
      return JSON.readTree(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the definition is not JSON", e);
    }
  }
}
