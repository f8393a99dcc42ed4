package dev.drawbridge.simulator.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.task.Integration;
import dev.drawbridge.engine.task.TaskCompletion;
import dev.drawbridge.engine.task.TaskRequest;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.stepfunctions.task.AwsFailures;
import dev.drawbridge.simulator.stepfunctions.task.TaskInvoker;
import org.jspecify.annotations.Nullable;

/** {@code states:startExecution}, alone or awaited by {@code .sync} and {@code .sync:2}. */
final class ChildExecutions implements TaskInvoker {
  private final Executions executions;

  ChildExecutions(Executions executions) {
    this.executions = executions;
  }

  @Override
  public void invoke(TaskRequest request, Caller caller, TaskCompletion completion) {
    JsonNode arguments = request.arguments();
    Execution child;
    try {
      child =
          executions.start(
              caller,
              arguments.path("StateMachineArn").asText(),
              arguments.hasNonNull("Name") ? arguments.get("Name").asText() : null,
              input(arguments.path("Input")));
    } catch (ServiceError refused) {
      completion.failed(
          "StepFunctions.%sException".formatted(refused.code()),
          AwsFailures.cause(
              String.valueOf(refused.getMessage()),
              "AWSStepFunctions",
              refused.status(),
              refused.code(),
              executions.uuid()));
      return;
    }
    String arn = child.identity().executionArn();
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    response.put("ExecutionArn", arn).put("StartDate", child.startedAt().toEpochMilli());
    Payload answer = Payload.of(AwsFailures.withMetadata(response, executions.uuid()));
    Integration.Pattern pattern =
        request.integration() instanceof Integration.Service service
            ? service.pattern()
            : Integration.Pattern.REQUEST_RESPONSE;
    switch (pattern) {
      case REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN -> completion.succeeded(answer);
      case SYNC, SYNC_2 -> {
        completion.submitted(answer);
        await(arn, pattern == Integration.Pattern.SYNC_2, completion);
      }
    }
  }

  private void await(String arn, boolean parsed, TaskCompletion completion) {
    Run run = executions.run(arn);
    Runnable report =
        () -> {
          ObjectNode description = describe(run.execution(), parsed);
          if (run.execution().status() == Status.SUCCEEDED) {
            completion.succeeded(Payload.of(description));
          } else {
            completion.failed("States.TaskFailed", description.toString());
          }
        };
    if (run.execution().status() == Status.RUNNING) {
      run.atEnd(report);
    } else {
      report.run();
    }
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
    return input.isTextual() ? input.textValue() : input.toString();
  }
}
