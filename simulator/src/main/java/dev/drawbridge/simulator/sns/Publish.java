package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

record Publish(SnsState state) implements Operation<PublishRequest, PublishResponse> {
  @Override
  public PublishResponse handle(PublishRequest request, Caller caller) {
    String arn = request.topicArn() == null ? request.targetArn() : request.topicArn();
    if (arn == null) {
      throw ServiceError.client(
          "InvalidParameter",
          "Invalid parameter: TopicArn or TargetArn Reason: no value for" + " required parameter");
    }
    Publication publication =
        new Publication(message(request.message()), request.subject(), request.messageAttributes());
    TopicRecord topic = state.topic(arn);
    TopicAccess.check(topic, "Publish", caller);
    String id = state.publish(topic, publication);
    return PublishResponse.builder().messageId(id).build();
  }

  static String message(@Nullable String message) {
    if (message == null || message.isEmpty()) {
      throw ServiceError.client("InvalidParameter", "Invalid parameter: Empty message");
    }
    return message;
  }
}
