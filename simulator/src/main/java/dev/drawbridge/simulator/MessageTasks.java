package dev.drawbridge.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.integration.AwsFailures;
import dev.drawbridge.engine.path.Json;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.task.TaskCompletion;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.sns.SnsService;
import dev.drawbridge.simulator.sqs.SqsService;
import dev.drawbridge.simulator.stepfunctions.task.TaskInvoker;
import java.util.UUID;
import java.util.function.Consumer;

/** How Task states send messages: {@code sqs:sendMessage} and {@code sns:publish}. */
final class MessageTasks {
  private final Scheduler scheduler;
  private final SqsService sqs;
  private final SnsService sns;

  MessageTasks(Scheduler scheduler, SqsService sqs, SnsService sns) {
    this.scheduler = scheduler;
    this.sqs = sqs;
    this.sns = sns;
  }

  TaskInvoker toQueue() {
    return (request, caller, completion) -> {
      JsonNode arguments = request.arguments();
      String url = arguments.path("QueueUrl").asText();
      answer(
          AwsFailures.Service.SQS,
          completion,
          response -> {
            SqsService.Sent sent = sqs.send(url, Json.text(arguments.path("MessageBody")));
            response.put("MD5OfMessageBody", sent.md5()).put("MessageId", sent.id());
          });
    };
  }

  TaskInvoker toTopic() {
    return (request, caller, completion) -> {
      JsonNode arguments = request.arguments();
      JsonNode topic = arguments.path(arguments.has("TopicArn") ? "TopicArn" : "TargetArn");
      String subject = arguments.hasNonNull("Subject") ? arguments.get("Subject").asText() : null;
      String structure =
          arguments.hasNonNull("MessageStructure")
              ? arguments.get("MessageStructure").asText()
              : null;
      answer(
          AwsFailures.Service.SNS,
          completion,
          response ->
              response.put(
                  "MessageId",
                  sns.send(
                      topic.asText(), Json.text(arguments.path("Message")), structure, subject)));
    };
  }

  private void answer(
      AwsFailures.Service service, TaskCompletion completion, Consumer<ObjectNode> call) {
    String requestId =
        new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    try {
      call.accept(response);
    } catch (ServiceError refused) {
      completion.failed(
          service.error(refused.code()),
          service.cause(
              refused.status(), refused.code(), String.valueOf(refused.getMessage()), requestId));
      return;
    }
    completion.succeeded(Payload.of(AwsFailures.withMetadata(response, requestId)));
  }
}
