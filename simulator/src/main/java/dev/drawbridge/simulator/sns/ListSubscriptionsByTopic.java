package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;

record ListSubscriptionsByTopic(SnsState state)
    implements Operation<ListSubscriptionsByTopicRequest, ListSubscriptionsByTopicResponse> {
  @Override
  public ListSubscriptionsByTopicResponse handle(
      ListSubscriptionsByTopicRequest request, Caller caller) {
    TopicRecord topic = state.topic(request.topicArn());
    TopicAccess.check(topic, "ListSubscriptionsByTopic", caller);
    Page<SubscriptionRecord> page =
        Pages.of(state.subscriptionsOf(topic.arn()), request.nextToken());
    return ListSubscriptionsByTopicResponse.builder()
        .subscriptions(page.shapes(s -> ListSubscriptions.shape(s, topic.owner().account())))
        .nextToken(page.next())
        .build();
  }
}
