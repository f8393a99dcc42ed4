package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/**
 * Publishes to a topic. A group id is taken, since queues deal fairly by it since July 2025, and
 * has no effect here; a deduplication id is for FIFO topics only.
 */
record Publish(SnsState state) implements Operation<PublishRequest, PublishResponse> {
  @Override
  public PublishResponse handle(PublishRequest request, Caller caller) {
    MessageBody body = MessageBody.of(request.message(), request.messageStructure());
    if (request.messageDeduplicationId() != null) {
      throw TopicAttributes.invalid(
          "MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter"
              + " that is not valid for this topic type");
    }
    Publication publication =
        new Publication(
            body, request.subject(), MessageAttributes.checked(request.messageAttributes()));
    TopicRecord topic = state.topic(topicArn(request));
    TopicAccess.check(topic, "Publish", caller);
    return PublishResponse.builder().messageId(state.publish(topic, publication)).build();
  }

  private static String topicArn(PublishRequest request) {
    String arn = request.topicArn() == null ? request.targetArn() : request.topicArn();
    if (arn == null) {
      throw TopicAttributes.invalid(
          "TopicArn or TargetArn Reason: no value for required parameter");
    }
    if (request.topicArn() != null && request.targetArn() != null) {
      throw TopicAttributes.invalid("TopicArn Reason: Both TopicArn and TargetArn specified");
    }
    return arn;
  }
}
