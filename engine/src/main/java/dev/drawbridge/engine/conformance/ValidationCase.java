package dev.drawbridge.engine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.definition.Definitions;
import dev.drawbridge.engine.definition.Diagnostic;
import dev.drawbridge.engine.error.Refusal;
import dev.drawbridge.engine.integration.AwsIntegrations;
import java.util.List;
import java.util.Optional;

/** A recorded answer of CreateStateMachine or ValidateStateMachineDefinition. */
record ValidationCase(ConformanceCase subject, Masks masks) {

  Optional<String> difference() {
    JsonNode json = subject.json();
    String text =
        json.has("definitionText")
            ? json.get("definitionText").asText()
            : json.path("definition").toString();
    ObjectNode real =
        json.path("operation").asText().equals("CreateStateMachine") ? create(text) : check(text);
    ObjectNode expected = subject.expected().deepCopy();
    expected.remove("diagnostic");
    return masks.match(expected, real)
        ? Optional.empty()
        : Optional.of("recorded %s, got %s".formatted(expected, real));
  }

  private static ObjectNode create(String text) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    try {
      Definitions.read(text, AwsIntegrations.catalogue());
      return answer.put("status", "ACCEPTED");
    } catch (Refusal error) {
      if (error.code().equals("UnsupportedDefinition")) {
        throw error;
      }
      return answer
          .put("status", "REJECTED")
          .put("error", error.code())
          .put("message", error.getMessage());
    }
  }

  private ObjectNode check(String text) {
    boolean express = subject.json().path("stateMachineType").asText().equals("EXPRESS");
    List<Diagnostic> diagnostics = Definitions.diagnose(text, express, AwsIntegrations.catalogue());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("status", diagnostics.isEmpty() ? "OK" : "FAIL");
    ArrayNode list = answer.putArray("diagnostics");
    for (Diagnostic diagnostic : diagnostics) {
      ObjectNode entry =
          list.addObject()
              .put("code", diagnostic.code())
              .put("message", diagnostic.message())
              .put("severity", "ERROR");
      if (diagnostic.location() != null) {
        entry.put("location", diagnostic.location());
      }
    }
    return answer;
  }
}
