package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;

record SetTopicAttributes(SnsState state)
    implements Operation<SetTopicAttributesRequest, SetTopicAttributesResponse> {
  @Override
  public SetTopicAttributesResponse handle(SetTopicAttributesRequest request, Caller caller) {
    TopicRecord topic = state.topic(request.topicArn());
    TopicAccess.check(topic, "SetTopicAttributes", caller);
    if (!TopicAttributes.known(request.attributeName())) {
      throw TopicAttributes.invalid("AttributeName");
    }
    String value = request.attributeValue() == null ? "" : request.attributeValue();
    TopicAttributes.checkValue(request.attributeName(), value);
    state.put(topic.with(request.attributeName(), value));
    return SetTopicAttributesResponse.builder().build();
  }
}
