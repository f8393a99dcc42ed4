package dev.drawbridge.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.path.StateFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields that the {@code Parameters} of an integration may and must have.
 *
 * @param texts those that take no bare number and no boolean
 */
public record ParameterFields(Set<String> required, Set<String> supported, Set<String> texts) {
  /**
   * Checks parameters before a task is started.
   *
   * @throws StateFailure when a field is missing, not supported, or of the wrong type
   */
  public void check(JsonNode parameters) {
    List<String> wrong = new ArrayList<>();
    required.stream()
        .sorted()
        .filter(name -> !parameters.has(name))
        .forEach(name -> wrong.add("The field '%s' is required but was missing".formatted(name)));
    parameters.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !supported.contains(name))
        .forEach(
            name -> wrong.add("The field '%s' is not supported by Step Functions".formatted(name)));
    texts.stream()
        .sorted()
        .filter(name -> parameters.path(name).isNumber() || parameters.path(name).isBoolean())
        .forEach(
            name -> wrong.add("The value for the field '%s' must be a STRING".formatted(name)));
    if (!wrong.isEmpty()) {
      throw StateFailure.runtime(
          "The Parameters '%s' could not be used to start the Task: [%s]"
              .formatted(parameters, String.join(", ", wrong)));
    }
  }

  /** The fields that the template lacks; {@code .$} counts as the field. */
  public List<String> missing(JsonNode template) {
    return required.stream()
        .sorted()
        .filter(name -> !template.has(name) && !template.has(name + ".$"))
        .toList();
  }

  /** The fields of the template that the integration does not know, {@code .$} left off. */
  public List<String> unsupported(JsonNode template) {
    return template.properties().stream()
        .map(field -> field.getKey().replaceFirst("\\.\\$$", ""))
        .filter(name -> !supported.contains(name))
        .toList();
  }
}
