package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

record DescribeTargetHealth(ElbState state)
    implements Operation<DescribeTargetHealthRequest, DescribeTargetHealthResponse> {
  @Override
  public DescribeTargetHealthResponse handle(DescribeTargetHealthRequest request, Caller caller) {
    state.throttle.take(Bucket.DESCRIPTION, caller);
    TargetGroupRecord group = state.targetGroups.require(request.targetGroupArn(), caller);
    List<TargetHealthDescription> found =
        request.targets().isEmpty()
            ? state.targetsOf(group.arn()).stream().map(each -> shape(group, each)).toList()
            : request.targets().stream().map(each -> shape(group, each)).toList();
    return DescribeTargetHealthResponse.builder().targetHealthDescriptions(found).build();
  }

  private TargetHealthDescription shape(TargetGroupRecord group, TargetDescription named) {
    int port = Optional.ofNullable(named.port()).orElse(group.port());
    return state
        .targets
        .find(new RegisteredTarget.Key(group.arn(), named.id(), port))
        .filter(target -> target.phase() != RegisteredTarget.Phase.GONE)
        .map(target -> shape(group, target))
        .orElseGet(() -> shape(group, named.id(), port, TargetStatus.unknown()));
  }

  private TargetHealthDescription shape(TargetGroupRecord group, RegisteredTarget target) {
    return shape(
        group,
        target.key().ip(),
        target.key().port(),
        TargetStatus.of(target, new Placement(state).inUse(target), state.scheduler.now()));
  }

  private TargetHealthDescription shape(
      TargetGroupRecord group, String ip, int port, TargetHealth health) {
    String zone = state.ec2.subnetOf(ip).map(each -> each.zone().name()).orElse("all");
    return TargetHealthDescription.builder()
        .target(each -> each.id(ip).port(port).availabilityZone(zone))
        .healthCheckPort(String.valueOf(group.check().portOf(port)))
        .targetHealth(health)
        .build();
  }
}
