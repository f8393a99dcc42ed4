package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;

record ListSubscriptionsByTopic(SnsState state)
    implements Operation<ListSubscriptionsByTopicRequest, ListSubscriptionsByTopicResponse> {
  @Override
  public ListSubscriptionsByTopicResponse handle(
      ListSubscriptionsByTopicRequest request, Caller caller) {
    TopicRecord topic = state.topic(request.topicArn());
    TopicAccess.check(topic, "ListSubscriptionsByTopic", caller);
    return ListSubscriptionsByTopicResponse.builder()
        .subscriptions(
            state.subscriptionsOf(topic.arn()).stream()
                .map(s -> ListSubscriptions.shape(s, topic.owner().account()))
                .toList())
        .build();
  }
}
