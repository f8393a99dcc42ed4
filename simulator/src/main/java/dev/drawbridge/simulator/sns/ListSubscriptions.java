package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.Subscription;

record ListSubscriptions(SnsState state)
    implements Operation<ListSubscriptionsRequest, ListSubscriptionsResponse> {
  @Override
  public ListSubscriptionsResponse handle(ListSubscriptionsRequest request, Caller caller) {
    return ListSubscriptionsResponse.builder()
        .subscriptions(
            state.subscriptions().stream()
                .filter(s -> state.topic(s.topicArn()).owner().account().equals(caller.account()))
                .map(s -> shape(s, caller.account()))
                .toList())
        .build();
  }

  static Subscription shape(SubscriptionRecord subscription, String owner) {
    return Subscription.builder()
        .subscriptionArn(subscription.arn())
        .topicArn(subscription.topicArn())
        .protocol(subscription.protocol())
        .endpoint(subscription.endpoint())
        .owner(owner)
        .build();
  }
}
