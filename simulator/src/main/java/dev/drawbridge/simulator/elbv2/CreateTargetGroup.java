package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;

/** Idempotent by all settings of the request, tags included. */
record CreateTargetGroup(ElbState state)
    implements Operation<CreateTargetGroupRequest, CreateTargetGroupResponse> {
  @Override
  public CreateTargetGroupResponse handle(CreateTargetGroupRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    Optional<TargetGroupRecord> present = state.targetGroups.named(request.name(), caller);
    if (present.isPresent() && !present.get().origin().equals(request)) {
      throw ServiceError.client(
          "DuplicateTargetGroupName",
          "A target group with the same name '%s' exists, but with different settings"
              .formatted(request.name()));
    }
    TargetGroupRecord made = present.orElseGet(() -> create(request, caller));
    return CreateTargetGroupResponse.builder()
        .targetGroups(new Shapes(state).targetGroup(made))
        .build();
  }

  private TargetGroupRecord create(CreateTargetGroupRequest request, Caller caller) {
    check(request, caller);
    ElbSettings settings = state.settings;
    HealthCheck check =
        new HealthCheck(
                Optional.ofNullable(request.healthCheckPort()).orElse("traffic-port"),
                or(request.healthCheckIntervalSeconds(), settings.checks().intervalSeconds()),
                or(request.healthCheckTimeoutSeconds(), settings.checks().timeoutSeconds()),
                or(request.healthyThresholdCount(), settings.checks().healthyThreshold()),
                or(request.unhealthyThresholdCount(), settings.checks().unhealthyThreshold()))
            .checked();
    String path = "targetgroup/%s/%s".formatted(request.name(), state.suffix());
    TargetGroupRecord made =
        state.targetGroups.put(
            new TargetGroupRecord(
                caller.arn("elasticloadbalancing", path),
                caller,
                request,
                check,
                Attributes.TARGET_GROUP.defaults()));
    request.tags().forEach(tag -> state.tags(made.arn()).put(tag.key(), tag.value()));
    return made;
  }

  private void check(CreateTargetGroupRequest request, Caller caller) {
    if (!"lambda".equals(request.targetTypeAsString())) {
      given("protocol", request.protocolAsString());
      given("port", request.port());
      given("VPC ID", request.vpcId());
    }
    Combinations.plainVersion(request.protocolAsString(), request.protocolVersion());
    Combinations.healthCheckProtocol(request.healthCheckProtocolAsString());
    boolean tcpByAddress =
        "TCP".equals(request.protocolAsString()) && "ip".equals(request.targetTypeAsString());
    if (!tcpByAddress || !tcp(request.healthCheckProtocolAsString())) {
      throw ServiceError.client(
          "InvalidConfigurationRequest",
          "This simulator models target groups of protocol TCP, target type ip and TCP checks.");
    }
    Combinations.plainCheck(request.healthCheckPath(), request.matcher());
    if (Boolean.FALSE.equals(request.healthCheckEnabled())) {
      throw ServiceError.client(
          "InvalidConfigurationRequest",
          "Health check enabled must be true for target groups with target type 'ip'");
    }
    boolean ownVpc =
        state
            .ec2
            .vpc(request.vpcId())
            .filter(vpc -> vpc.owner().account().equals(caller.account()))
            .isPresent();
    if (!ownVpc) {
      throw ServiceError.client(
          "ValidationError", "The VPC ID '%s' is not found".formatted(request.vpcId()));
    }
    if (state.targetGroups.of(caller).size() >= state.settings.quotas().targetGroupsPerRegion()) {
      throw ServiceError.client(
          "TooManyTargetGroups", "The maximum number of target groups has been reached");
    }
  }

  private static void given(String what, @Nullable Object value) {
    if (value == null) {
      throw ServiceError.client("ValidationError", "A %s must be specified".formatted(what));
    }
  }

  static boolean tcp(@Nullable String healthCheckProtocol) {
    return healthCheckProtocol == null || healthCheckProtocol.equals("TCP");
  }

  private static int or(@Nullable Integer value, int byDefault) {
    return value == null ? byDefault : value;
  }
}
