package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.Subscription;

record ListSubscriptions(SnsState state)
    implements Operation<ListSubscriptionsRequest, ListSubscriptionsResponse> {
  @Override
  public ListSubscriptionsResponse handle(ListSubscriptionsRequest request, Caller caller) {
    List<SubscriptionRecord> own =
        state.topics(caller).stream()
            .flatMap(topic -> state.subscriptionsOf(topic.arn()).stream())
            .toList();
    Page<SubscriptionRecord> page = Pages.of(own, request.nextToken());
    return ListSubscriptionsResponse.builder()
        .subscriptions(page.shapes(s -> shape(s, caller.account())))
        .nextToken(page.next())
        .build();
  }

  static Subscription shape(SubscriptionRecord subscription, String owner) {
    return Subscription.builder()
        .subscriptionArn(subscription.pending() ? "PendingConfirmation" : subscription.arn())
        .topicArn(subscription.topicArn())
        .protocol(subscription.protocol())
        .endpoint(subscription.endpoint())
        .owner(owner)
        .build();
  }
}
