package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionNotificationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionNotificationsResponse;

record DescribeVpcEndpointConnectionNotifications(Ec2State state)
    implements Operation<
        DescribeVpcEndpointConnectionNotificationsRequest,
        DescribeVpcEndpointConnectionNotificationsResponse> {
  @Override
  public DescribeVpcEndpointConnectionNotificationsResponse handle(
      DescribeVpcEndpointConnectionNotificationsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Filters<ConnectionNotificationRecord> filters =
        ResourceFilters.<ConnectionNotificationRecord>over(state.tags)
            .on("connection-notification-id", ConnectionNotificationRecord::id)
            .on("connection-notification-arn", ConnectionNotificationRecord::topicArn)
            .on("connection-notification-state", ConnectionNotificationRecord::shownState)
            .on("connection-notification-type", each -> "Topic")
            .on("service-id", ConnectionNotificationRecord::serviceId);
    List<String> ids =
        request.connectionNotificationId() == null
            ? List.of()
            : List.of(request.connectionNotificationId());
    Page<ConnectionNotificationRecord> page =
        Pages.of(
            filters.apply(
                state.notifications.of(caller, ids), ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeVpcEndpointConnectionNotificationsResponse.builder()
        .connectionNotificationSet(page.shapes(new EndpointShapes(state)::notification))
        .nextToken(page.next())
        .build();
  }
}
