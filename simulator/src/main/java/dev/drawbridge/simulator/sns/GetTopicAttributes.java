package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;

record GetTopicAttributes(SnsState state)
    implements Operation<GetTopicAttributesRequest, GetTopicAttributesResponse> {
  @Override
  public GetTopicAttributesResponse handle(GetTopicAttributesRequest request, Caller caller) {
    Topic topic = state.topic(request.topicArn());
    Map<String, String> attributes = new HashMap<>(topic.attributes());
    attributes.put("TopicArn", topic.arn());
    attributes.put("Owner", topic.owner().account());
    attributes.put(
        "SubscriptionsConfirmed", Integer.toString(state.subscriptionsOf(topic.arn()).size()));
    return GetTopicAttributesResponse.builder().attributes(attributes).build();
  }
}
