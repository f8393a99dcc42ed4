package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;

record DescribeListeners(ElbState state)
    implements Operation<DescribeListenersRequest, DescribeListenersResponse> {
  @Override
  public DescribeListenersResponse handle(DescribeListenersRequest request, Caller caller) {
    state.throttle.take(Bucket.DESCRIPTION, caller);
    List<ListenerRecord> rows = state.listeners.of(caller, request.listenerArns(), List.of());
    if (request.loadBalancerArn() != null) {
      LoadBalancerRecord on = state.loadBalancers.require(request.loadBalancerArn(), caller);
      rows = rows.stream().filter(each -> each.loadBalancerArn().equals(on.arn())).toList();
    } else if (request.listenerArns().isEmpty()) {
      throw ServiceError.client(
          "ValidationError", "You must specify either listener ARNs or a load balancer ARN");
    }
    Page<ListenerRecord> page = Pages.of(rows, request.marker(), request.pageSize());
    return DescribeListenersResponse.builder()
        .listeners(page.shapes(new Shapes(state)::listener))
        .nextMarker(page.next())
        .build();
  }
}
