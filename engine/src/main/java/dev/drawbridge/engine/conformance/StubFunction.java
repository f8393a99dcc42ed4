package dev.drawbridge.engine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drawbridge.engine.integration.AwsFailures;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.task.TaskCompletion;
import dev.drawbridge.engine.time.Scheduler;
import java.time.Duration;
import java.util.UUID;

/** A function that behaves as a case says. */
record StubFunction(String name, JsonNode behaviour, Scheduler scheduler) {

  /**
   * Calls the function.
   *
   * @param verbatim whether an error's payload is passed on as the function wrote it, with the
   *     spaces of Python's JSON
   */
  void call(JsonNode event, TaskCompletion completion, boolean verbatim) {
    switch (behaviour.path("behaviour").asText("absent")) {
      case "echo" -> completion.succeeded(PythonJson.payload(event));
      case "constant" -> completion.succeeded(PythonJson.payload(behaviour.path("value")));
      case "prefix-python-repr" ->
          completion.succeeded(
              Payload.of(
                  TextNode.valueOf(behaviour.path("prefix").asText() + PythonJson.text(event))));
      case "sleep-then-echo" ->
          scheduler.after(
              Duration.ofSeconds(behaviour.path("seconds").asLong()),
              () -> completion.succeeded(PythonJson.payload(event)));
      case "raise" -> raise(completion, verbatim);
      case "oversized-string" ->
          completion.succeeded(
              Payload.of(
                  TextNode.valueOf(
                      behaviour
                          .path("character")
                          .asText()
                          .repeat(behaviour.path("count").asInt()))));
      default -> absent(completion);
    }
  }

  private void raise(TaskCompletion completion, boolean verbatim) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("errorMessage", behaviour.path("errorMessage").asText());
    error.put("errorType", behaviour.path("errorType").asText());
    error.put("requestId", uuid());
    error.set("stackTrace", behaviour.path("stackTrace"));
    completion.failed(
        behaviour.path("errorType").asText(),
        verbatim ? PythonJson.write(error) : error.toString());
  }

  private void absent(TaskCompletion completion) {
    String arn =
        "arn:aws:lambda:%s:%s:function:%s"
            .formatted(ConformanceCase.REGION, ConformanceCase.ACCOUNT, name);
    completion.failed(
        "Lambda.ResourceNotFoundException",
        AwsFailures.Service.LAMBDA.cause(
            404, "ResourceNotFoundException", "Function not found: " + arn + ":$LATEST", uuid()));
  }

  private String uuid() {
    return new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
  }
}
