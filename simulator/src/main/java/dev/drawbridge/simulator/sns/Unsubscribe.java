package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

record Unsubscribe(SnsState state) implements Operation<UnsubscribeRequest, UnsubscribeResponse> {
  @Override
  public UnsubscribeResponse handle(UnsubscribeRequest request, Caller caller) {
    state.removeSubscription(request.subscriptionArn());
    return UnsubscribeResponse.builder().build();
  }
}
