package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;

record Subscribe(SnsState state) implements Operation<SubscribeRequest, SubscribeResponse> {
  @Override
  public SubscribeResponse handle(SubscribeRequest request, Caller caller) {
    TopicRecord topic = state.topic(request.topicArn());
    TopicAccess.check(topic, "Subscribe", caller);
    String endpoint = Endpoint.checked(request.protocol(), request.endpoint());
    SubscriptionAttributes.check(request.attributes());
    // Subscribing the same endpoint again returns the subscription that exists.
    SubscriptionRecord subscription =
        state.subscriptionsOf(topic.arn()).stream()
            .filter(s -> s.protocol().equals(request.protocol()))
            .filter(s -> s.endpoint().equals(endpoint))
            .findFirst()
            .orElseGet(() -> create(topic, request));
    SubscriptionAttributes.checkSame(request.attributes(), subscription);
    return SubscribeResponse.builder().subscriptionArn(subscription.arn()).build();
  }

  private SubscriptionRecord create(TopicRecord topic, SubscribeRequest request) {
    SubscriptionRecord made =
        new SubscriptionRecord(
            topic.arn() + ":" + state.uuid(),
            topic.arn(),
            request.protocol(),
            request.endpoint(),
            request.attributes(),
            false);
    state.put(made);
    return made;
  }
}
