package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;

record DescribeTargetGroups(ElbState state)
    implements Operation<DescribeTargetGroupsRequest, DescribeTargetGroupsResponse> {
  @Override
  public DescribeTargetGroupsResponse handle(DescribeTargetGroupsRequest request, Caller caller) {
    state.throttle.take(Bucket.DESCRIPTION, caller);
    Combinations.oneOf(
        "Names, TargetGroupArns and LoadBalancerArn",
        request.names(),
        request.targetGroupArns(),
        Optional.ofNullable(request.loadBalancerArn()).stream().toList());
    List<TargetGroupRecord> rows =
        state.targetGroups.of(caller, request.targetGroupArns(), request.names());
    if (request.loadBalancerArn() != null) {
      LoadBalancerRecord on = state.loadBalancers.require(request.loadBalancerArn(), caller);
      rows =
          rows.stream()
              .filter(
                  group ->
                      state.listenersOf.of(on.arn()).stream()
                          .anyMatch(each -> each.uses(group.arn())))
              .toList();
    }
    Page<TargetGroupRecord> page = Pages.of(rows, request.marker(), request.pageSize());
    return DescribeTargetGroupsResponse.builder()
        .targetGroups(page.shapes(new Shapes(state)::targetGroup))
        .nextMarker(page.next())
        .build();
  }
}
