package dev.drawbridge.engine.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drawbridge.engine.error.Refusal;
import dev.drawbridge.engine.history.HistoryJson;
import dev.drawbridge.engine.run.ExecutionJson;
import dev.drawbridge.engine.run.Run;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Runs one case in a world of its own. */
final class CaseRunner {
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
    }
  }

  private Optional<String> execution() {
    Run run =
        new CaseWorld(subject.json())
            .run(subject.json().path("definition"), subject.json().path("input"));
    Execution execution = run.execution();
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
    List<JsonNode> history = run.history().stream().<JsonNode>map(HistoryJson::of).toList();
    return new HistoryComparison(subject, masks)
        .difference(history)
        .or(() -> ending(masks, execution))
        .or(() -> description(masks, run));
  }

  private Optional<String> description(Masks masks, Run run) {
    JsonNode recorded = subject.expected().path("describeExecution");
    JsonNode real = withInstants(ExecutionJson.of(run));
    return recorded.isMissingNode() || masks.match(recorded, real)
        ? Optional.empty()
        : Optional.of("DescribeExecution: recorded %s, got %s".formatted(recorded, real));
  }

  /** The recorder saw times as instants, and masked them as such. */
  private static JsonNode withInstants(ObjectNode description) {
    for (String member : List.of("startDate", "stopDate", "redriveDate")) {
      if (description.has(member)) {
        long millis = description.get(member).decimalValue().movePointRight(3).longValue();
        description.put(member, Instant.ofEpochMilli(millis).toString());
      }
    }
    return description;
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
      Execution execution =
          new CaseWorld(subject.json()).run(definition(row), row.path("input")).execution();
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
}
