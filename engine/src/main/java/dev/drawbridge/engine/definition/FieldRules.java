package dev.drawbridge.engine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which fields exclude each other, and which numbers they take.
 *
 * <p>Wording and bounds are what ValidateStateMachineDefinition answers according to the
 * cdk-preflight rules and floci's Step Functions page, which quote it.
 */
final class FieldRules {
  private static final List<String> FLOW = List.of("Next", "End");
  private static final Map<String, List<String>> ONE_OF =
      Map.of(
          "Wait", List.of("SecondsPath", "Seconds", "TimestampPath", "Timestamp"),
          "Map", List.of("ItemProcessor", "Iterator"));
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("TimeoutSeconds", "TimeoutSecondsPath"),
          List.of("HeartbeatSeconds", "HeartbeatSecondsPath"),
          List.of("MaxConcurrency", "MaxConcurrencyPath"),
          List.of("Parameters", "ItemSelector"),
          List.of("Error", "ErrorPath"),
          List.of("Cause", "CausePath"));
  private static final Set<String> JSONATA = Set.of("Arguments", "Output", "Items");
  private static final int LONGEST_NAME = 80;
  private static final int MOST = 99_999_999;
  private static final int YEAR_AND_A_DAY = 31_622_400;
  private static final Map<String, Range> STATE_RANGES =
      Map.of(
          "TimeoutSeconds", new Range(1, MOST, true),
          "HeartbeatSeconds", new Range(1, MOST, true),
          "Seconds", new Range(0, MOST, true),
          "MaxConcurrency", new Range(0, Integer.MAX_VALUE, true));
  private static final Map<String, Range> RETRY_RANGES =
      Map.of(
          "MaxAttempts", new Range(0, MOST, true),
          "IntervalSeconds", new Range(1, MOST, true),
          "BackoffRate", new Range(1, Integer.MAX_VALUE, false),
          "MaxDelaySeconds", new Range(1, YEAR_AND_A_DAY, true));

  private record Range(long least, long most, boolean whole) {}

  private final List<Diagnostic> found;

  FieldRules(List<Diagnostic> found) {
    this.found = found;
  }

  void state(String type, JsonNode state, String at) {
    if (StateFields.supported(type, "Next")) {
      boolean ends = state.path("End").asBoolean();
      boolean goesOn = state.has("Next");
      one(FLOW, (ends ? 1 : 0) + (goesOn ? 1 : 0), at);
    }
    List<String> alternatives = ONE_OF.get(type);
    if (alternatives != null) {
      one(alternatives, count(alternatives, state), at);
    }
    for (List<String> pair : PAIRS) {
      one(pair, Math.max(1, count(pair, state)), at);
    }
    ranges(STATE_RANGES, state, at);
    heartbeat(state, at);
    for (int i = 0; i < state.path("Retry").size(); i++) {
      ranges(RETRY_RANGES, state.get("Retry").get(i), at + "/Retry[" + i + "]");
    }
  }

  /** Of a field that the state's type does not have. */
  void unsupported(String field, String at) {
    schema(
        JSONATA.contains(field)
            ? onlyJsonata(field)
            : "Field '%s' is not supported".formatted(field),
        at);
  }

  static String onlyJsonata(String field) {
    return ("The QueryLanguage is set to 'JSONPath', but field '%s' is only supported for the"
            + " 'JSONata' QueryLanguage")
        .formatted(field);
  }

  /** Of the whole machine. */
  void top(JsonNode definition) {
    ranges(STATE_RANGES, definition, "");
  }

  /** Source: "States", Amazon States Language specification; AWS's wording is UNCONFIRMED. */
  void name(String name, String at) {
    if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      schema("State name exceeds the maximum length of " + LONGEST_NAME, at);
    }
  }

  private void heartbeat(JsonNode state, String at) {
    JsonNode timeout = state.path("TimeoutSeconds");
    if (timeout.isNumber()
        && state.path("HeartbeatSeconds").isNumber()
        && state.get("HeartbeatSeconds").asLong() >= timeout.asLong()) {
      schema("HeartbeatSeconds must be smaller than TimeoutSeconds", at);
    }
  }

  private void one(List<String> fields, long present, String at) {
    if (present > 1) {
      schema("There should only be one of the following fields: " + fields, at);
    } else if (present < 1) {
      schema("This object should have only one of the following fields: " + fields, at);
    }
  }

  private static long count(List<String> fields, JsonNode owner) {
    return fields.stream().filter(owner::has).count();
  }

  private void ranges(Map<String, Range> ranges, JsonNode owner, String at) {
    owner
        .properties()
        .forEach(
            field -> {
              Range range = ranges.get(field.getKey());
              if (range != null) {
                number(range, field.getValue(), at + "/" + field.getKey());
              }
            });
  }

  private void number(Range range, JsonNode value, String at) {
    if (range.whole ? !value.isIntegralNumber() : !value.isNumber()) {
      schema("Expected value of type " + (range.whole ? "[INTEGER]" : "[NUMBER]"), at);
    } else if (value.decimalValue().compareTo(BigDecimal.valueOf(range.least)) < 0) {
      schema("Minimum value is " + range.least, at);
    } else if (value.decimalValue().compareTo(BigDecimal.valueOf(range.most)) > 0) {
      schema("Maximum value is " + range.most, at);
    }
  }

  private void schema(String message, String location) {
    found.add(new Diagnostic(Diagnostic.SCHEMA, message, location));
  }
}
