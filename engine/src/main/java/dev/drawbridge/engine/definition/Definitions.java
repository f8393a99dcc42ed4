package dev.drawbridge.engine.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.drawbridge.engine.error.Refusal;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.task.Catalogue;
import java.util.List;
import java.util.stream.Collectors;

/** From the text of a definition to a workflow, or to what is wrong with it. */
public final class Definitions {
  /** AWS answers with Jackson's own messages, and they quote the text. */
  private static final ObjectReader READER =
      Payload.MAPPER.reader().with(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);

  private Definitions() {}

  /**
   * Reads a definition.
   *
   * @param catalogue the services that its tasks may call
   * @throws Refusal {@code InvalidDefinition} as AWS answers, or {@code UnsupportedDefinition}
   *     where AWS would accept but this engine does not implement a feature
   */
  public static Workflow read(String text, Catalogue catalogue) {
    check(text, false, catalogue);
    return new WorkflowReader(catalogue).read(parse(text));
  }

  /**
   * Lets a valid definition pass.
   *
   * @param express whether it is to be of type EXPRESS
   * @throws Refusal as {@link #read}
   */
  public static void check(String text, boolean express, Catalogue catalogue) {
    List<Diagnostic> diagnostics = diagnose(text, express, catalogue);
    if (!diagnostics.isEmpty()) {
      throw new Refusal(
          Refusal.Reason.INVALID_DEFINITION,
          diagnostics.stream()
              .map(Diagnostic::inMessage)
              .collect(Collectors.joining(", ", "Invalid State Machine Definition: '", "'")));
    }
  }

  /**
   * What is wrong with a definition; nothing if it is valid.
   *
   * @param express whether it is to be of type EXPRESS, which knows no callbacks, no jobs and no
   *     activities
   * @throws Refusal {@code UnsupportedDefinition}
   */
  public static List<Diagnostic> diagnose(String text, boolean express, Catalogue catalogue) {
    if (text.isBlank()) {
      return List.of(notAnObject());
    }
    JsonNode definition;
    try {
      definition = READER.readTree(text);
    } catch (JsonProcessingException syntax) {
      return List.of(syntax(syntax));
    }
    if (!definition.isObject()) {
      return List.of(notAnObject());
    }
    new Unsupported(express, catalogue)
        .feature(definition)
        .ifPresent(
            feature -> {
              throw new Refusal(
                  Refusal.Reason.UNSUPPORTED_DEFINITION,
                  "This engine does not implement " + feature);
            });
    return new Validator(express, catalogue).validate(definition);
  }

  private static JsonNode parse(String text) {
    try {
      return Payload.parse(text).value();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Diagnostic notAnObject() {
    return new Diagnostic(Diagnostic.SCHEMA, "Definition must be a valid JSON object", null);
  }

  private static Diagnostic syntax(JsonProcessingException error) {
    return new Diagnostic(
        "INVALID_JSON_DESCRIPTION",
        String.valueOf(error.getMessage()),
        String.valueOf(error.getLocation()));
  }
}
