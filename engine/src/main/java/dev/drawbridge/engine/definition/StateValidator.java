package dev.drawbridge.engine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.intrinsic.Intrinsics;
import dev.drawbridge.engine.path.JsonPaths;
import dev.drawbridge.engine.path.ReferencePath;
import java.util.ArrayList;
import java.util.List;

/** Checks the fields that states of several types share: paths, templates, Retry and Catch. */
final class StateValidator {
  private static final List<String> PATHS =
      List.of(
          "InputPath",
          "OutputPath",
          "ItemsPath",
          "SecondsPath",
          "TimestampPath",
          "TimeoutSecondsPath",
          "HeartbeatSecondsPath",
          "MaxConcurrencyPath");
  private static final List<String> TEMPLATES =
      List.of("Parameters", "ResultSelector", "ItemSelector");

  private static final List<String> JITTER = List.of("NONE", "FULL");

  private final List<Diagnostic> found;

  StateValidator(List<Diagnostic> found) {
    this.found = found;
  }

  void fields(JsonNode state, String at) {
    for (String field : PATHS) {
      JsonNode path = state.path(field);
      if (path.isTextual() && !JsonPaths.valid(path.textValue())) {
        schema("Value must be a valid JSONPath.", at + "/" + field);
      }
    }
    for (String field : List.of("ErrorPath", "CausePath")) {
      if (state.has(field) && !expression(state.get(field))) {
        schema(
            "Value must be a valid JSONPath or a valid intrinsic function call", at + "/" + field);
      }
    }
    referencePath(state, at);
    TEMPLATES.forEach(field -> template(state.path(field), at + "/" + field));
    list(state.path("Retry"), at + "/Retry");
    list(state.path("Catch"), at + "/Catch");
  }

  private void list(JsonNode entries, String at) {
    for (int i = 0; i < entries.size(); i++) {
      String location = "%s[%d]".formatted(at, i);
      errors(entries.get(i), i == entries.size() - 1, location);
      if (at.endsWith("Catch") && !entries.get(i).has("Next")) {
        schema("These fields are required: [Next]", location);
      }
      referencePath(entries.get(i), location);
    }
  }

  private void errors(JsonNode entry, boolean last, String at) {
    JsonNode names = entry.path("ErrorEquals");
    List<String> listed = new ArrayList<>();
    names.forEach(name -> listed.add(name.asText()));
    if (names.isMissingNode()) {
      schema("These fields are required: [ErrorEquals]", at);
    } else if (listed.isEmpty()) {
      schema("Value cannot be empty", at + "/ErrorEquals");
    } else if (listed.contains("States.ALL") && !(last && listed.size() == 1)) {
      schema("States.ALL must appear alone and at end of list", at + "/ErrorEquals");
    }
    JsonNode jitter = entry.path("JitterStrategy");
    if (jitter.isTextual() && !JITTER.contains(jitter.textValue())) {
      schema("Value should be one of the following: " + JITTER, at + "/JitterStrategy");
    }
  }

  private void referencePath(JsonNode owner, String at) {
    JsonNode path = owner.path("ResultPath");
    if (path.isTextual() && !ReferencePath.valid(path.textValue())) {
      schema("Value is not a Reference Path", at + "/ResultPath");
    }
  }

  private void template(JsonNode template, String at) {
    template
        .properties()
        .forEach(
            field -> {
              if (field.getKey().endsWith(".$") && !expression(field.getValue())) {
                schema(
                    ("The value for the field '%s' must be a valid JSONPath or a valid intrinsic"
                            + " function call")
                        .formatted(field.getKey()),
                    at);
              }
              template(field.getValue(), at);
            });
    if (template.isArray()) {
      template.forEach(element -> template(element, at));
    }
  }

  private static boolean expression(JsonNode value) {
    return value.isTextual()
        && (JsonPaths.valid(value.textValue()) || Intrinsics.valid(value.textValue()));
  }

  private void schema(String message, String location) {
    found.add(new Diagnostic(Diagnostic.SCHEMA, message, location));
  }
}
