package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;

record SetTopicAttributes(SnsState state)
    implements Operation<SetTopicAttributesRequest, SetTopicAttributesResponse> {
  @Override
  public SetTopicAttributesResponse handle(SetTopicAttributesRequest request, Caller caller) {
    Topic topic = state.topic(request.topicArn());
    state.put(topic.with(request.attributeName(), String.valueOf(request.attributeValue())));
    return SetTopicAttributesResponse.builder().build();
  }
}
