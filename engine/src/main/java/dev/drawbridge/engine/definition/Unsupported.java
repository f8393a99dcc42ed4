package dev.drawbridge.engine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.task.Catalogue;
import dev.drawbridge.engine.task.Integration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Features of the Amazon States Language that this engine does not implement, found by name. */
final class Unsupported {
  private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z_].*");
  private static final Set<String> CONSTANT_FIELDS = Set.of("Result", "Comment");
  private static final Set<String> DISTRIBUTED_FIELDS =
      Set.of(
          "ItemReader",
          "ItemBatcher",
          "ResultWriter",
          "Label",
          "ToleratedFailureCount",
          "ToleratedFailureCountPath",
          "ToleratedFailurePercentage",
          "ToleratedFailurePercentagePath");

  private final boolean express;
  private final Catalogue catalogue;

  Unsupported(boolean express, Catalogue catalogue) {
    this.express = express;
    this.catalogue = catalogue;
  }

  /** The first such feature in the definition. */
  Optional<String> feature(JsonNode definition) {
    List<String> found = new ArrayList<>();
    workflow(definition, found);
    return found.stream().findFirst();
  }

  private void workflow(JsonNode workflow, List<String> found) {
    jsonata(workflow, found);
    workflow.path("States").properties().forEach(state -> state(state.getValue(), found));
  }

  private void state(JsonNode state, List<String> found) {
    jsonata(state, found);
    variables(state, found);
    switch (state.path("Type").asText()) {
      case "Task" -> task(state, found);
      case "Parallel" -> state.path("Branches").forEach(branch -> workflow(branch, found));
      case "Map" -> {
        distributed(state, found);
        workflow(state.path(state.has("Iterator") ? "Iterator" : "ItemProcessor"), found);
      }
      default -> {}
    }
  }

  private static void jsonata(JsonNode owner, List<String> found) {
    if (owner.path("QueryLanguage").asText().equals("JSONata")) {
      found.add("QueryLanguage JSONata");
    }
  }

  /** Assign anywhere in the state, and paths that begin with a variable's name. */
  private static void variables(JsonNode node, List<String> found) {
    if (node.has("Assign")) {
      found.add("variables (Assign)");
    }
    node.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              String name = field.getKey();
              if (CONSTANT_FIELDS.contains(name)) {
                return;
              }
              boolean path =
                  name.endsWith("Path") || name.endsWith(".$") || name.equals("Variable");
              if (path && VARIABLE.matcher(value.asText()).matches()) {
                found.add("variables (" + value.asText() + ")");
              }
              variables(value, found);
            });
    if (node.isArray()) {
      node.forEach(element -> variables(element, found));
    }
  }

  private static void distributed(JsonNode map, List<String> found) {
    String processor = map.has("Iterator") ? "Iterator" : "ItemProcessor";
    if (map.path(processor).path("ProcessorConfig").path("Mode").asText().equals("DISTRIBUTED")) {
      found.add("Distributed Map (ProcessorConfig Mode DISTRIBUTED)");
    }
    DISTRIBUTED_FIELDS.stream()
        .filter(map::has)
        .sorted()
        .forEach(field -> found.add("Distributed Map (" + field + ")"));
  }

  private void task(JsonNode task, List<String> found) {
    String resource = task.path("Resource").asText();
    if (task.has("Credentials")) {
      found.add("Credentials of a Task");
    }
    if (Integration.isActivity(resource)) {
      // In an EXPRESS machine it is not unsupported but wrong, and the validator says so.
      if (!express) {
        found.add("activities (" + resource + ")");
      }
      return;
    }
    Integration.parse(resource)
        .filter(Integration.Service.class::isInstance)
        .map(Integration.Service.class::cast)
        .filter(service -> catalogue.knows(service) && !catalogue.offers(service))
        .filter(service -> !express || service.pattern() == Integration.Pattern.REQUEST_RESPONSE)
        .ifPresent(service -> found.add("the integration " + resource));
  }
}
