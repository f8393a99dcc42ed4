package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupResponse;

record ModifyTargetGroup(ElbState state)
    implements Operation<ModifyTargetGroupRequest, ModifyTargetGroupResponse> {
  @Override
  public ModifyTargetGroupResponse handle(ModifyTargetGroupRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    TargetGroupRecord old = state.targetGroups.require(request.targetGroupArn(), caller);
    if (Boolean.FALSE.equals(request.healthCheckEnabled())
        || !CreateTargetGroup.tcp(request.healthCheckProtocolAsString())) {
      throw ServiceError.client(
          "InvalidConfigurationRequest",
          "Checks of targets by address cannot be disabled, and only TCP checks are modelled");
    }
    Combinations.plainCheck(request.healthCheckPath(), request.matcher());
    HealthCheck check = old.check();
    HealthCheck changed =
        new HealthCheck(
                Optional.ofNullable(request.healthCheckPort()).orElse(check.port()),
                Optional.ofNullable(request.healthCheckIntervalSeconds())
                    .orElse(check.intervalSeconds()),
                Optional.ofNullable(request.healthCheckTimeoutSeconds())
                    .orElse(check.timeoutSeconds()),
                Optional.ofNullable(request.healthyThresholdCount()).orElse(check.healthy()),
                Optional.ofNullable(request.unhealthyThresholdCount()).orElse(check.unhealthy()))
            .checked();
    TargetGroupRecord group = state.targetGroups.put(old.withCheck(changed));
    state.network.changes().happened();
    return ModifyTargetGroupResponse.builder()
        .targetGroups(new Shapes(state).targetGroup(group))
        .build();
  }
}
