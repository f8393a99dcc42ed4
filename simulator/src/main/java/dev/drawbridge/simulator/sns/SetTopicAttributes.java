package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;

record SetTopicAttributes(SnsState state)
    implements Operation<SetTopicAttributesRequest, SetTopicAttributesResponse> {
  /** The attributes of a standard topic that can be set (API Reference, SetTopicAttributes). */
  private static final Pattern KNOWN =
      Pattern.compile(
          "DeliveryPolicy|DisplayName|Policy|TracingConfig|KmsMasterKeyId|SignatureVersion"
              + "|(HTTP|Firehose|Lambda|Application|SQS)"
              + "(SuccessFeedbackRoleArn|SuccessFeedbackSampleRate|FailureFeedbackRoleArn)");

  @Override
  public SetTopicAttributesResponse handle(SetTopicAttributesRequest request, Caller caller) {
    TopicRecord topic = state.topic(request.topicArn());
    TopicAccess.check(topic, "SetTopicAttributes", caller);
    if (!KNOWN.matcher(request.attributeName()).matches()) {
      throw ServiceError.client("InvalidParameter", "Invalid parameter: AttributeName");
    }
    state.put(
        topic.with(
            request.attributeName(),
            request.attributeValue() == null ? "" : request.attributeValue()));
    return SetTopicAttributesResponse.builder().build();
  }
}
