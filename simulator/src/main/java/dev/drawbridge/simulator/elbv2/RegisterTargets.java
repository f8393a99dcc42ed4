package dev.drawbridge.simulator.elbv2;

import static java.util.stream.Collectors.toSet;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** The port defaults to the group's; registering again changes nothing. */
record RegisterTargets(ElbState state, Registrations registrations)
    implements Operation<RegisterTargetsRequest, RegisterTargetsResponse> {
  /** RFC 1918 and RFC 6598 (AWS, "Register targets with your target group"). */
  private static final String PRIVATE =
      "(10|172\\.(1[6-9]|2\\d|3[01])|192\\.168|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7]))\\..*";

  @Override
  public RegisterTargetsResponse handle(RegisterTargetsRequest request, Caller caller) {
    state.throttle.take(Bucket.REGISTRATION, caller);
    TargetGroupRecord group = state.targetGroups.require(request.targetGroupArn(), caller);
    request.targets().forEach(target -> check(target, group));
    List<RegisteredTarget.Key> keys =
        request.targets().stream()
            .map(
                each ->
                    new RegisteredTarget.Key(
                        group.arn(),
                        each.id(),
                        Optional.ofNullable(each.port()).orElse(group.port())))
            .toList();
    Set<RegisteredTarget.Key> all =
        state.targetsOf(group.arn()).stream().map(RegisteredTarget::key).collect(toSet());
    boolean added = all.addAll(keys);
    if (added && all.size() > state.settings.quotas().targetsPerGroup()) {
      throw ServiceError.client(
          "TooManyTargets", "The maximum number of targets per target group has been reached");
    }
    keys.forEach(registrations::register);
    return RegisterTargetsResponse.builder().build();
  }

  private void check(TargetDescription target, TargetGroupRecord group) {
    if (target.id() == null
        || !target.id().matches("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}")) {
      throw ServiceError.client(
          "ValidationError",
          "The IP address '%s' is not a valid IPv4 address".formatted(target.id()));
    }
    boolean inside =
        state.ec2.fabric().vpcOf(target.id()).filter(group.vpcId()::equals).isPresent();
    if (!inside && !target.id().matches(PRIVATE)) {
      throw ServiceError.client(
          "InvalidTarget",
          "The IP address '%s' is neither in the VPC '%s' nor in a private range"
              .formatted(target.id(), group.vpcId()));
    }
    if (!inside && !"all".equals(target.availabilityZone())) {
      throw ServiceError.client(
          "InvalidTarget",
          "The IP address '%s' is outside the VPC '%s': Availability Zone 'all' is required"
              .formatted(target.id(), group.vpcId()));
    }
  }
}
