package dev.drawbridge.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.error.InvalidRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the fields of a JSON object that came through a door, and refuses what it does not know.
 *
 * <p>Every refusal names the field and the value, because the person who reads it has only the
 * message.
 */
final class StrictFields {
  private final JsonNode object;
  private final Set<String> read = new HashSet<>();

  StrictFields(JsonNode object) {
    if (!object.isObject()) {
      throw new InvalidRequest("request: expected a JSON object, got " + object);
    }
    this.object = object;
  }

  String text(String field, Pattern pattern, String rule) {
    return optionalText(field, pattern, rule)
        .orElseThrow(() -> new InvalidRequest(field + ": is missing; " + rule));
  }

  Optional<String> optionalText(String field, Pattern pattern, String rule) {
    return value(field).map(value -> matching(field, value, pattern, rule));
  }

  List<String> texts(String field, Pattern pattern, String rule) {
    List<String> texts = new ArrayList<>();
    value(field)
        .ifPresent(
            list -> {
              if (!list.isArray()) {
                throw refused(field, list, "expected a list of texts");
              }
              list.forEach(value -> texts.add(matching(field, value, pattern, rule)));
            });
    return List.copyOf(texts);
  }

  Optional<Integer> integer(String field, int lowest, int highest) {
    return value(field)
        .map(
            value -> {
              if (!value.isIntegralNumber()
                  || !value.canConvertToInt()
                  || value.intValue() < lowest
                  || value.intValue() > highest) {
                throw refused(
                    field, value, "expected a whole number from " + lowest + " to " + highest);
              }
              return value.intValue();
            });
  }

  boolean flag(String field, boolean otherwise) {
    return value(field)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw refused(field, value, "expected true or false");
              }
              return value.booleanValue();
            })
        .orElse(otherwise);
  }

  /** Call last: whatever was not read is not ours. */
  void refuseOthers() {
    Set<String> unknown = new TreeSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(read);
    for (String field : unknown) {
      throw new InvalidRequest(
          field + ": unknown field (value " + object.get(field) + "); known are " + known());
    }
  }

  static InvalidRequest refused(String field, Object value, String rule) {
    return new InvalidRequest(field + ": " + value + " is refused; " + rule);
  }

  private String known() {
    return String.join(", ", new TreeSet<>(read));
  }

  private Optional<JsonNode> value(String field) {
    read.add(field);
    return Optional.ofNullable(object.get(field)).filter(value -> !value.isNull());
  }

  private static String matching(String field, JsonNode value, Pattern pattern, String rule) {
    if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
      throw refused(field, value, rule);
    }
    return value.textValue();
  }
}
