package dev.drawbridge.simulator.stepfunctions.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drawbridge.engine.error.Refusal;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.stepfunctions.StepFunctionsService;
import dev.drawbridge.simulator.stepfunctions.StepFunctionsSettings;
import dev.drawbridge.simulator.stepfunctions.api.ExecutionDescription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one case in a world of its own. */
final class CaseRunner {
  private static final Caller CALLER =
      new Caller(ConformanceCase.ACCOUNT, ConformanceCase.REGION, "root");
  private static final String ROLE =
      "arn:aws:iam::" + ConformanceCase.ACCOUNT + ":role/conformance";

  /** AWS announced redrive that day; earlier context objects have no RedriveCount. */
  private static final LocalDate REDRIVE = LocalDate.of(2023, 11, 15);

  private final ConformanceCase subject;

  CaseRunner(ConformanceCase subject) {
    this.subject = subject;
  }

  Verdict run() {
    try {
      Optional<String> difference =
          switch (subject.kind()) {
            case "execution", "execution-status" -> execution();
            case "comparison-table" -> table();
            case "validation" -> new ValidationCase(subject, masks()).difference();
            default -> Optional.of("no such kind of case: " + subject.kind());
          };
      return difference
          .map(reason -> Verdict.failed(subject.id(), reason))
          .orElseGet(() -> Verdict.passed(subject.id()));
    } catch (Refusal refusal) {
      String reason = refusal.code() + ": " + refusal.getMessage();
      return refusal.reason() == Refusal.Reason.UNSUPPORTED_DEFINITION
          ? Verdict.refused(subject.id(), reason)
          : Verdict.failed(subject.id(), reason);
    } catch (ServiceError error) {
      String reason = error.code() + ": " + error.getMessage();
      return error.code().equals("UnsupportedDefinition")
          ? Verdict.refused(subject.id(), reason)
          : Verdict.failed(subject.id(), reason);
    }
  }

  private Optional<String> execution() {
    World world = new World(subject.json());
    String arn = world.start(subject.json().path("definition"), subject.json().path("input"));
    Execution execution = world.service.executions().get(arn);
    Masks masks = masks();
    JsonNode expected = subject.expected();
    if (!expected.path("status").asText().equals(execution.status().name())) {
      return Optional.of(
          "status: recorded %s, got %s: %s, %s"
              .formatted(
                  expected.path("status").asText(),
                  execution.status(),
                  execution.error(),
                  execution.cause()));
    }
    if (subject.kind().equals("execution-status")) {
      return Optional.empty();
    }
    List<JsonNode> history =
        world.service.executions().history(arn).stream().<JsonNode>map(HistoryJson::of).toList();
    return new HistoryComparison(subject, masks)
        .difference(history)
        .or(() -> ending(masks, execution))
        .or(() -> description(masks, world, arn));
  }

  private Optional<String> description(Masks masks, World world, String arn) {
    JsonNode recorded = subject.expected().path("describeExecution");
    JsonNode real = HistoryJson.of(ExecutionDescription.of(world.service.executions(), arn));
    return recorded.isMissingNode() || masks.match(recorded, real)
        ? Optional.empty()
        : Optional.of("DescribeExecution: recorded %s, got %s".formatted(recorded, real));
  }

  private Optional<String> ending(Masks masks, Execution execution) {
    JsonNode expected = subject.expected();
    if (execution.status() == Status.SUCCEEDED
        && execution.output() != null
        && !masks.copy().match(expected.path("output"), execution.output().value())) {
      return Optional.of(
          "output: recorded %s, got %s"
              .formatted(expected.path("output"), execution.output().text()));
    }
    for (String field : List.of("error", "cause")) {
      String real = field.equals("error") ? execution.error() : execution.cause();
      boolean same =
          expected.has(field)
              ? real != null && masks.copy().match(expected.get(field), TextNode.valueOf(real))
              : real == null;
      if (!same) {
        return Optional.of("%s: recorded %s, got %s".formatted(field, expected.path(field), real));
      }
    }
    return Optional.empty();
  }

  private Optional<String> table() {
    int number = 0;
    for (JsonNode row : subject.json().path("rows")) {
      World world = new World(subject.json());
      String arn = world.start(definition(row), row.path("input"));
      Execution execution = world.service.executions().get(arn);
      if (execution.output() == null
          || !masks().match(row.path("output"), execution.output().value())) {
        return Optional.of(
            "row %d: input %s, recorded %s, got %s %s"
                .formatted(
                    number,
                    row.path("input"),
                    row.path("output"),
                    execution.output(),
                    execution.cause()));
      }
      number++;
    }
    return Optional.empty();
  }

  private JsonNode definition(JsonNode row) {
    JsonNode definition = subject.json().path("definition").deepCopy();
    if (subject.json().path("literalAt").isTextual()) {
      JsonPointer place = JsonPointer.compile(subject.json().path("literalAt").textValue());
      ObjectNode rule = (ObjectNode) definition.at(place.head());
      rule.set(place.last().getMatchingProperty(), row.path("literal"));
    }
    return definition;
  }

  private Masks masks() {
    String recorded = subject.json().path("recorded").asText();
    LocalDate date =
        LocalDate.parse(recorded.substring(0, 10), DateTimeFormatter.ofPattern("dd-MM-yyyy"));
    return new Masks(subject.words(), date.isBefore(REDRIVE));
  }

  /** A service on a virtual clock, with the functions, queues and state machines of the case. */
  private static final class World {
    private final VirtualScheduler scheduler =
        new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"), 1);
    private final StubWorld stubs;
    private final StepFunctionsService service;
    private final JsonNode json;

    World(JsonNode json) {
      this.json = json;
      stubs = new StubWorld(json.path("functions"), scheduler);
      service =
          new StepFunctionsService(scheduler, StepFunctionsSettings.immediate(), stubs.invokers());
      json.path("stateMachines")
          .properties()
          .forEach(
              machine ->
                  create(
                      machine.getKey().replaceFirst(".*:stateMachine:", ""),
                      machine.getValue().path("definition")));
    }

    private String create(String name, JsonNode definition) {
      return service.machines().create(CALLER, name, definition.toString(), ROLE, Map.of()).arn();
    }

    String start(JsonNode definition, JsonNode input) {
      String machine = create("ConformanceCase", definition);
      Execution execution = service.startExecution(CALLER, machine, null, PythonJson.write(input));
      String arn = execution.identity().executionArn();
      new StubCallbacks(scheduler, service.executions())
          .install(json.path("callbacks"), stubs, arn);
      scheduler.await(
          () -> service.executions().get(arn).status() != Status.RUNNING, Duration.ofDays(400));
      return arn;
    }
  }
}
