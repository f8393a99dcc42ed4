package dev.drawbridge.engine.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.path.Json;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.run.Run;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.task.TaskCompletion;
import dev.drawbridge.engine.task.TaskPort;
import dev.drawbridge.engine.task.TaskRequest;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * {@code states:startExecution}, alone or awaited by {@code .sync} and {@code .sync:2}.
 *
 * @param starter keeps executions and starts new ones
 * @param random for the request ids in answers
 */
public record ChildExecutions(Starter starter, RandomGenerator random) implements TaskPort {

  /** StartExecution, as the task calls it. */
  @FunctionalInterface
  public interface Starter {
    /**
     * Starts an execution.
     *
     * @param parent the task that asks
     * @param name made up if null
     */
    Answer start(TaskRequest parent, String stateMachineArn, @Nullable String name, String input);
  }

  /** What StartExecution answers. */
  public sealed interface Answer {
    /** The execution of that name. */
    record Started(Run run) implements Answer {}

    /** An error: HTTP status, code and message. */
    record Refused(int status, String code, String message) implements Answer {}
  }

  @Override
  public void start(TaskRequest request, TaskCompletion completion) {
    JsonNode arguments = request.arguments();
    Answer answer =
        starter.start(
            request,
            arguments.path("StateMachineArn").asText(),
            arguments.hasNonNull("Name") ? arguments.get("Name").asText() : null,
            input(arguments.path("Input")));
    switch (answer) {
      case Answer.Started started -> started(started.run(), request, completion);
      case Answer.Refused refused -> {
        AwsFailures.Service service = AwsFailures.Service.STATES;
        completion.failed(
            service.error(refused.code()),
            service.cause(refused.status(), refused.code(), refused.message(), requestId()));
      }
    }
  }

  private void started(Run child, TaskRequest request, TaskCompletion completion) {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    response
        .put("ExecutionArn", child.execution().identity().executionArn())
        .put("StartDate", child.execution().startedAt().toEpochMilli());
    Payload answer = Payload.of(AwsFailures.withMetadata(response, requestId()));
    switch (request.integration().pattern()) {
      case REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN -> completion.succeeded(answer);
      case SYNC -> job(child, answer, false, completion);
      case SYNC_2 -> job(child, answer, true, completion);
    }
  }

  private static void job(Run child, Payload answer, boolean parsed, TaskCompletion completion) {
    completion.submitted(answer);
    child.whenEnded(
        () -> {
          ObjectNode description = describe(child.execution(), parsed);
          if (child.execution().status() == Status.SUCCEEDED) {
            completion.succeeded(Payload.of(description));
          } else {
            completion.failed("States.TaskFailed", description.toString());
          }
        });
  }

  /** DescribeExecution as the integration shows it; {@code .sync:2} gives JSON instead of text. */
  private static ObjectNode describe(Execution execution, boolean parsed) {
    ObjectNode description = JsonNodeFactory.instance.objectNode();
    description.put("ExecutionArn", execution.identity().executionArn());
    data(description, "Input", execution.input(), parsed);
    description.put("Name", execution.identity().name());
    data(description, "Output", execution.output(), parsed);
    description
        .put("StartDate", execution.startedAt().toEpochMilli())
        .put("StateMachineArn", execution.identity().stateMachineArn())
        .put("Status", execution.status().name());
    if (execution.stoppedAt() != null) {
      description.put("StopDate", execution.stoppedAt().toEpochMilli());
    }
    if (execution.error() != null) {
      description.put("Error", execution.error());
    }
    if (execution.cause() != null) {
      description.put("Cause", execution.cause());
    }
    return description;
  }

  private static void data(
      ObjectNode description, String field, @Nullable Payload payload, boolean parsed) {
    if (payload == null) {
      return;
    }
    if (parsed) {
      description.set(field, payload.value());
    } else {
      description.put(field, payload.text());
    }
    description.putObject(field + "Details").put("Included", true);
  }

  /** Input may be JSON or text; none and null are the empty object. */
  private static String input(JsonNode input) {
    if (input.isMissingNode() || input.isNull()) {
      return "{}";
    }
    return Json.text(input);
  }

  private String requestId() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
