package dev.drawbridge.engine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.integration.AwsFailures;
import dev.drawbridge.engine.integration.ChildExecutions;
import dev.drawbridge.engine.path.Json;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.task.Integration;
import dev.drawbridge.engine.task.TaskCompletion;
import dev.drawbridge.engine.task.TaskPort;
import dev.drawbridge.engine.task.TaskRequest;
import dev.drawbridge.engine.time.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The functions, queues, topics and nested executions of a case. */
final class StubServices implements TaskPort {
  private final JsonNode functions;
  private final Scheduler scheduler;
  private final ChildExecutions children;
  private final List<BiConsumer<String, String>> readers = new ArrayList<>();

  StubServices(JsonNode functions, Scheduler scheduler, ChildExecutions.Starter children) {
    this.functions = functions;
    this.scheduler = scheduler;
    this.children = new ChildExecutions(children, scheduler.random());
  }

  /** Calls {@code reader} with queue URL or topic ARN, and body, of every message. */
  void onMessage(BiConsumer<String, String> reader) {
    readers.add(reader);
  }

  @Override
  public void start(TaskRequest request, TaskCompletion completion) {
    switch (request.integration()) {
      case Integration.Function function -> function(function.arn(), request, completion);
      case Integration.Service service -> service(service.key(), request, completion);
    }
  }

  private void service(String key, TaskRequest request, TaskCompletion completion) {
    switch (key) {
      case "lambda:invoke" -> invoke(request, completion);
      case "sqs:sendMessage" -> send(request, "QueueUrl", "MessageBody", completion);
      case "sns:publish" -> send(request, "TopicArn", "Message", completion);
      case "states:startExecution" -> children.start(request, completion);
      default -> throw new IllegalArgumentException("no case calls " + key);
    }
  }

  private void function(String arn, TaskRequest request, TaskCompletion completion) {
    new StubFunction(name(arn), functions.path(name(arn)), scheduler)
        .call(request.arguments(), completion, true);
  }

  /** {@code lambda:invoke} wraps the result, and writes an error's payload anew, without spaces. */
  private void invoke(TaskRequest request, TaskCompletion completion) {
    String name = name(request.arguments().path("FunctionName").asText());
    JsonNode payload = request.arguments().path("Payload");
    JsonNode event =
        payload.isMissingNode() || payload.isNull()
            ? JsonNodeFactory.instance.objectNode()
            : event(payload);
    new StubFunction(name, functions.path(name), scheduler)
        .call(event, new Wrapping(completion), false);
  }

  /** A payload that is text goes out as it is, so that text which is JSON arrives as a value. */
  private static JsonNode event(JsonNode payload) {
    if (payload.isTextual()) {
      try {
        return Payload.parse(payload.textValue()).value();
      } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
        return payload;
      }
    }
    return payload;
  }

  private void send(TaskRequest request, String to, String body, TaskCompletion completion) {
    JsonNode message = request.arguments().path(body);
    String text = Json.text(message);
    if (text.isEmpty()) {
      refuse(body, completion);
      return;
    }
    String destination = request.arguments().path(to).asText();
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    response.put("MessageId", uuid()).put("MD5OfMessageBody", uuid());
    completion.succeeded(Payload.of(AwsFailures.withMetadata(response, uuid())));
    readers.forEach(reader -> reader.accept(destination, text));
  }

  /** Neither service takes an empty message. */
  private void refuse(String body, TaskCompletion completion) {
    boolean queue = body.equals("MessageBody");
    AwsFailures.Service service = queue ? AwsFailures.Service.SQS : AwsFailures.Service.SNS;
    String code = queue ? "MissingParameter" : "InvalidParameter";
    String message =
        queue
            ? "The request must contain the parameter MessageBody."
            : "Invalid parameter: Empty message";
    completion.failed(service.error(code), service.cause(400, code, message, uuid()));
  }

  private static String name(String arnOrName) {
    return arnOrName.replaceFirst("^arn:.*:function:", "");
  }

  private String uuid() {
    return new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
  }

  private final class Wrapping implements TaskCompletion {
    private final TaskCompletion completion;

    Wrapping(TaskCompletion completion) {
      this.completion = completion;
    }

    @Override
    public void submitted(Payload response) {
      completion.submitted(response);
    }

    @Override
    public void succeeded(Payload output) {
      ObjectNode response = JsonNodeFactory.instance.objectNode();
      response.put("ExecutedVersion", "$LATEST").put("StatusCode", 200);
      response.set("Payload", output.value());
      completion.succeeded(Payload.of(AwsFailures.withMetadata(response, uuid())));
    }

    @Override
    public void failed(
        @org.jspecify.annotations.Nullable String error,
        @org.jspecify.annotations.Nullable String cause) {
      completion.failed(error, cause);
    }
  }
}
