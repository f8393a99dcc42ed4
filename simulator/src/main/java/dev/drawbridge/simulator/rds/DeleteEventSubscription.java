package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.rds.model.DeleteEventSubscriptionRequest;
import software.amazon.awssdk.services.rds.model.DeleteEventSubscriptionResponse;

/** Ends a subscription. */
record DeleteEventSubscription(EventSubscriptions subscriptions)
    implements Operation<DeleteEventSubscriptionRequest, DeleteEventSubscriptionResponse> {
  @Override
  public DeleteEventSubscriptionResponse handle(
      DeleteEventSubscriptionRequest request, Caller caller) {
    EventSubscriptionRecord gone = subscriptions.get(Lookup.id(caller, request.subscriptionName()));
    subscriptions.remove(gone);
    return DeleteEventSubscriptionResponse.builder()
        .eventSubscription(EventSubscriptions.shape(gone, "deleting"))
        .build();
  }
}
