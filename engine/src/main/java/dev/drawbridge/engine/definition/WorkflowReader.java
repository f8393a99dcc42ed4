package dev.drawbridge.engine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.choice.RuleReader;
import dev.drawbridge.engine.choice.Timestamps;
import dev.drawbridge.engine.path.ReferencePath;
import dev.drawbridge.engine.task.Catalogue;
import dev.drawbridge.engine.task.Integration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records of a definition that is known to be valid. */
final class WorkflowReader {
  private final Catalogue catalogue;

  WorkflowReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Workflow read(JsonNode definition) {
    Map<String, State> states = new LinkedHashMap<>();
    definition
        .path("States")
        .properties()
        .forEach(field -> states.put(field.getKey(), state(field.getKey(), field.getValue())));
    return new Workflow(
        definition.path("StartAt").asText(),
        Map.copyOf(states),
        number(definition, "TimeoutSeconds"));
  }

  private State state(String name, JsonNode node) {
    return switch (node.path("Type").asText()) {
      case "Pass" -> new PassState(name, filters(node), node.get("Result"), next(node));
      case "Succeed" -> new SucceedState(name, filters(node));
      case "Fail" ->
          new FailState(
              name,
              text(node, "Error"),
              text(node, "ErrorPath"),
              text(node, "Cause"),
              text(node, "CausePath"));
      case "Wait" -> new WaitState(name, filters(node), until(node), next(node));
      case "Choice" -> new ChoiceState(name, filters(node), choices(node), text(node, "Default"));
      case "Task" -> task(name, node);
      case "Parallel" ->
          new ParallelState(name, filters(node), branches(node), errors(node), next(node));
      case "Map" -> map(name, node);
      default -> throw new IllegalArgumentException("no such type: " + node);
    };
  }

  private State task(String name, JsonNode node) {
    Integration integration = Integration.parse(node.path("Resource").asText()).orElseThrow();
    return new TaskState(
        name,
        filters(node),
        integration,
        catalogue.fields(integration).orElse(null),
        limit(node, "TimeoutSeconds"),
        limit(node, "HeartbeatSeconds"),
        errors(node),
        next(node));
  }

  private State map(String name, JsonNode node) {
    Filters all = filters(node);
    PayloadTemplate selector =
        node.has("ItemSelector") ? template(node, "ItemSelector") : all.parameters();
    Limit concurrency = limit(node, "MaxConcurrency");
    return new MapState(
        name,
        new Filters(
            all.inputPath(), null, all.resultSelector(), all.resultPath(), all.outputPath()),
        node.path("ItemsPath").asText("$"),
        selector,
        read(node.has("Iterator") ? node.get("Iterator") : node.path("ItemProcessor")),
        concurrency == null ? new Limit(0L, null) : concurrency,
        errors(node),
        next(node));
  }

  private static Filters filters(JsonNode node) {
    return new Filters(
        path(node, "InputPath"),
        template(node, "Parameters"),
        template(node, "ResultSelector"),
        new ReferencePath(path(node, "ResultPath")),
        path(node, "OutputPath"));
  }

  /** Absent is the whole value, null is null. */
  private static @Nullable String path(JsonNode node, String field) {
    return node.path(field).isNull() ? null : node.path(field).asText("$");
  }

  private static @Nullable PayloadTemplate template(JsonNode node, String field) {
    return node.has(field) ? new PayloadTemplate(node.get(field)) : null;
  }

  private static WaitState.Until until(JsonNode node) {
    if (node.has("SecondsPath")) {
      return new WaitState.Until.SecondsPath(node.get("SecondsPath").asText());
    }
    if (node.has("TimestampPath")) {
      return new WaitState.Until.TimestampPath(node.get("TimestampPath").asText());
    }
    return node.has("Timestamp")
        ? new WaitState.Until.Timestamp(
            Timestamps.read(node.get("Timestamp").asText()).orElseThrow())
        : new WaitState.Until.Seconds(node.path("Seconds").asLong());
  }

  private static List<ChoiceState.Choice> choices(JsonNode node) {
    List<ChoiceState.Choice> choices = new ArrayList<>();
    node.path("Choices")
        .forEach(
            choice ->
                choices.add(
                    new ChoiceState.Choice(RuleReader.read(choice), choice.path("Next").asText())));
    return List.copyOf(choices);
  }

  private List<Workflow> branches(JsonNode node) {
    List<Workflow> branches = new ArrayList<>();
    node.path("Branches").forEach(branch -> branches.add(read(branch)));
    return List.copyOf(branches);
  }

  private static ErrorHandling errors(JsonNode node) {
    List<Retrier> retriers = new ArrayList<>();
    node.path("Retry").forEach(entry -> retriers.add(retrier(entry)));
    List<Catcher> catchers = new ArrayList<>();
    node.path("Catch")
        .forEach(
            entry ->
                catchers.add(
                    new Catcher(
                        names(entry),
                        new ReferencePath(path(entry, "ResultPath")),
                        entry.path("Next").asText())));
    return new ErrorHandling(List.copyOf(retriers), List.copyOf(catchers));
  }

  /** Defaults: one second, three attempts, doubling (Amazon States Language, Retry). */
  private static Retrier retrier(JsonNode entry) {
    return new Retrier(
        names(entry),
        entry.path("IntervalSeconds").asLong(1),
        entry.path("MaxAttempts").asLong(3),
        entry.path("BackoffRate").asDouble(2.0),
        number(entry, "MaxDelaySeconds"),
        entry.path("JitterStrategy").asText().equals("FULL"));
  }

  private static List<String> names(JsonNode entry) {
    List<String> names = new ArrayList<>();
    entry.path("ErrorEquals").forEach(name -> names.add(name.asText()));
    return List.copyOf(names);
  }

  private static @Nullable Limit limit(JsonNode node, String field) {
    Long literal = number(node, field);
    String path = text(node, field + "Path");
    return literal == null && path == null ? null : new Limit(literal, path);
  }

  private static @Nullable Long number(JsonNode node, String field) {
    return node.has(field) ? node.get(field).asLong() : null;
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.has(field) ? node.get(field).asText() : null;
  }

  private static @Nullable String next(JsonNode node) {
    return node.path("End").asBoolean() ? null : text(node, "Next");
  }
}
