package dev.drawbridge.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.integration.AwsFailures;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.task.Integration;
import dev.drawbridge.engine.task.TaskCompletion;
import dev.drawbridge.engine.task.TaskRequest;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.lambda.InvocationResult;
import dev.drawbridge.simulator.lambda.LambdaService;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.stepfunctions.task.TaskInvoker;
import java.util.UUID;

/** How Task states invoke functions: {@code lambda:invoke}, and by the function's own ARN. */
record LambdaTasks(LambdaService lambda, Scheduler scheduler) implements TaskInvoker {
  @Override
  public void invoke(TaskRequest request, Caller caller, TaskCompletion completion) {
    JsonNode arguments = request.arguments();
    boolean wrapped = request.integration() instanceof Integration.Service;
    String function =
        request.integration() instanceof Integration.Function direct
            ? direct.arn()
            : arguments.path("FunctionName").asText();
    JsonNode payload = wrapped ? arguments.path("Payload") : arguments;
    try {
      lambda.invoke(
          caller,
          function,
          wrapped ? text(payload) : payload.toString(),
          result -> complete(result, wrapped, completion));
    } catch (ServiceError error) {
      AwsFailures.Service service = AwsFailures.Service.LAMBDA;
      completion.failed(
          service.error(error.code()),
          service.cause(
              error.status(), error.code(), String.valueOf(error.getMessage()), requestId()));
    }
  }

  private static void complete(InvocationResult result, boolean wrapped, TaskCompletion to) {
    JsonNode payload = json(result.payload());
    if (!result.succeeded()) {
      to.failed(payload.path("errorType").asText("Lambda.Unknown"), result.payload());
      return;
    }
    if (!wrapped) {
      to.succeeded(Payload.of(payload));
      return;
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("ExecutedVersion", result.version());
    answer.set("Payload", payload);
    answer.putObject("SdkHttpMetadata").put("HttpStatusCode", 200);
    answer.putObject("SdkResponseMetadata").put("RequestId", result.requestId());
    answer.put("StatusCode", 200);
    to.succeeded(Payload.of(answer));
  }

  private static JsonNode json(String text) {
    try {
      return Payload.parse(text).value();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a function answered what is not JSON: " + text, e);
    }
  }

  /** No payload is the empty object; text which is JSON goes out as it is. */
  private static String text(JsonNode payload) {
    if (payload.isMissingNode() || payload.isNull()) {
      return "{}";
    }
    if (payload.isTextual()) {
      try {
        Payload.parse(payload.textValue());
        return payload.textValue();
      } catch (JsonProcessingException notJson) {
        return payload.toString();
      }
    }
    return payload.toString();
  }

  private String requestId() {
    return new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
  }
}
