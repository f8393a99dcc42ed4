package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

record Unsubscribe(SnsState state) implements Operation<UnsubscribeRequest, UnsubscribeResponse> {
  private static final int ELEMENTS = 7;

  @Override
  public UnsubscribeResponse handle(UnsubscribeRequest request, Caller caller) {
    if (request.subscriptionArn().split(":", -1).length < ELEMENTS) {
      throw TopicAttributes.invalid("SubscriptionId");
    }
    state
        .subscription(request.subscriptionArn())
        .ifPresent(found -> TopicAccess.checkOwner(state.topic(found.topicArn()), caller));
    state.removeSubscription(request.subscriptionArn());
    return UnsubscribeResponse.builder().build();
  }
}
