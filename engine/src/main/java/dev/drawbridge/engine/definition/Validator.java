package dev.drawbridge.engine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.choice.Timestamps;
import dev.drawbridge.engine.task.Catalogue;
import dev.drawbridge.engine.task.Integration;
import dev.drawbridge.engine.task.ParameterFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks a definition and says what is wrong in AWS's words, as far as its recorded answers show
 * them.
 */
final class Validator {
  private static final Set<String> TYPES =
      Set.of("Pass", "Task", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map");

  private static final Set<String> TOP =
      Set.of("Comment", "QueryLanguage", "StartAt", "TimeoutSeconds", "Version", "States");

  private final boolean express;
  private final Catalogue catalogue;
  private final List<Diagnostic> found = new ArrayList<>();
  private final FieldRules rules = new FieldRules(found);

  Validator(boolean express, Catalogue catalogue) {
    this.express = express;
    this.catalogue = catalogue;
  }

  List<Diagnostic> validate(JsonNode definition) {
    workflow(definition, "/");
    top(definition);
    if (found.isEmpty()) {
      Transitions.check(definition, "", found);
    }
    return List.copyOf(found);
  }

  private void top(JsonNode definition) {
    definition.properties().stream()
        .map(java.util.Map.Entry::getKey)
        .filter(field -> !TOP.contains(field))
        .forEach(field -> rules.unsupported(field, "/"));
    if (definition.has("Version") && !definition.get("Version").asText().equals("1.0")) {
      schema("Value should be one of the following: [1.0]", "/Version");
    }
    rules.top(definition);
    language(definition, "");
  }

  private void language(JsonNode owner, String at) {
    if (owner.has("QueryLanguage") && !owner.get("QueryLanguage").asText().equals("JSONPath")) {
      schema("Value should be one of the following: [JSONPath, JSONata]", at + "/QueryLanguage");
    }
  }

  private void workflow(JsonNode workflow, String location) {
    // Lists of field names come in the order of a Java HashSet, as the four of Wait do
    // (FieldRules).
    require(workflow, location, "States", "StartAt");
    if (!location.equals("/") && workflow.has("QueryLanguage")) {
      rules.unsupported("QueryLanguage", location);
    }
    String prefix = location.equals("/") ? "" : location;
    workflow
        .path("States")
        .properties()
        .forEach(
            state -> state(state.getKey(), state.getValue(), prefix + "/States/" + state.getKey()));
  }

  private void state(String name, JsonNode state, String at) {
    rules.name(name, at);
    String type = state.path("Type").asText();
    if (!TYPES.contains(type)) {
      require(state, at, "Type");
      if (state.has("Type")) {
        schema(
            "Value should be one of the following: " + TYPES.stream().sorted().toList(),
            at + "/Type");
      }
      return;
    }
    state
        .properties()
        .forEach(
            field -> {
              if (!StateFields.supported(type, field.getKey())) {
                rules.unsupported(field.getKey(), at);
              }
            });
    rules.state(type, state, at);
    language(state, at);
    new StateValidator(found).fields(state, at);
    byType(type, state, at);
  }

  private void byType(String type, JsonNode state, String at) {
    switch (type) {
      case "Task" -> task(state, at);
      case "Choice" -> {
        require(state, at, "Choices");
        new ChoiceValidator(found).choices(state.path("Choices"), at + "/Choices");
      }
      case "Wait" -> {
        if (state.has("Timestamp") && Timestamps.read(state.get("Timestamp").asText()).isEmpty()) {
          schema("String does not match RFC3339 timestamp", at + "/Timestamp");
        }
      }
      case "Parallel" -> {
        require(state, at, "Branches");
        if (state.path("Branches").isArray() && state.get("Branches").isEmpty()) {
          schema("Value cannot be empty", at + "/Branches");
        }
        for (int i = 0; i < state.path("Branches").size(); i++) {
          workflow(state.get("Branches").get(i), at + "/Branches[" + i + "]");
        }
      }
      case "Map" -> {
        String processor = state.has("Iterator") ? "Iterator" : "ItemProcessor";
        if (state.has(processor)) {
          workflow(state.get(processor), at + "/" + processor);
        }
      }
      default -> {}
    }
  }

  private void task(JsonNode state, String at) {
    require(state, at, "Resource");
    if (!state.has("Resource")) {
      return;
    }
    String resource = state.get("Resource").asText();
    if (!resource.startsWith("arn:")) {
      schema("Value is not a valid resource ARN", at + "/Resource");
      return;
    }
    if (express && Integration.isActivity(resource)) {
      schema("Express state machine does not support Activity ARN", at + "/Resource");
      return;
    }
    Integration integration = Integration.parse(resource).orElse(null);
    if (integration == null
        || (integration instanceof Integration.Service service && !catalogue.knows(service))) {
      schema(
          ("The resource provided %s is not recognized. The value is not a valid resource ARN, or"
                  + " the resource is not available in this region.")
              .formatted(resource),
          at + "/Resource");
    } else if (integration instanceof Integration.Service service) {
      service(service, state, at);
    }
  }

  private void service(Integration.Service service, JsonNode state, String at) {
    if (express && service.pattern() != Integration.Pattern.REQUEST_RESPONSE) {
      boolean callback = service.pattern() == Integration.Pattern.WAIT_FOR_TASK_TOKEN;
      schema(
          "Express state machine does not support '%s' service integration"
              .formatted(callback ? ".waitForTaskToken" : ".sync"),
          at + "/Resource");
    }
    if (!state.has("Parameters")) {
      schema(
          "Parameters field is required for resource ARN: " + state.get("Resource").asText(), at);
      return;
    }
    catalogue
        .fields(service)
        .ifPresent(fields -> parameters(fields, state.get("Parameters"), at + "/Parameters"));
  }

  private void parameters(ParameterFields fields, JsonNode template, String at) {
    for (String field : fields.missing(template)) {
      schema("The field '%s' is required but was missing".formatted(field), at);
    }
    for (String field : fields.unsupported(template)) {
      schema("The field \"%s\" is not supported by Step Functions".formatted(field), at);
    }
  }

  private void require(JsonNode owner, String at, String... names) {
    List<String> missing = List.of(names).stream().filter(name -> !owner.has(name)).toList();
    if (!missing.isEmpty()) {
      schema("These fields are required: " + missing, at);
    }
  }

  private void schema(String message, String location) {
    found.add(new Diagnostic(Diagnostic.SCHEMA, message, location));
  }
}
