package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DescribeEventSubscriptionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeEventSubscriptionsResponse;

/** Lists event subscriptions. */
record DescribeEventSubscriptions(EventSubscriptions subscriptions)
    implements Operation<DescribeEventSubscriptionsRequest, DescribeEventSubscriptionsResponse> {
  @Override
  public DescribeEventSubscriptionsResponse handle(
      DescribeEventSubscriptionsRequest request, Caller caller) {
    List<EventSubscriptionRecord> asked =
        request.subscriptionName() == null
            ? subscriptions.of(caller)
            : List.of(subscriptions.get(Lookup.id(caller, request.subscriptionName())));
    Page<EventSubscriptionRecord> page = Pages.of(asked, request.marker(), request.maxRecords());
    return DescribeEventSubscriptionsResponse.builder()
        .eventSubscriptionsList(page.shapes(each -> EventSubscriptions.shape(each, "active")))
        .marker(page.next())
        .build();
  }
}
