package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.ListenerRecord.Share;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** Reads and writes the action of a listener. */
record Forwarding(ElbState state) {

  /**
   * Reads where a listener is to forward to.
   *
   * @throws ServiceError for an action other than forward, too many groups, a group that is
   *     unknown, of another VPC or already on another load balancer
   */
  List<Share> read(List<Action> actions, LoadBalancerRecord loadBalancer, Caller caller) {
    if (actions.size() != 1 || !"forward".equals(actions.getFirst().typeAsString())) {
      throw ServiceError.client(
          "InvalidLoadBalancerAction", "Exactly one action of type forward is allowed");
    }
    List<Share> shares = shares(actions.getFirst());
    if (shares.isEmpty()) {
      throw ServiceError.client("ValidationError", "A target group must be specified");
    }
    if (shares.size() > state.settings.quotas().groupsPerAction()) {
      throw ServiceError.client(
          "TooManyTargetGroups",
          "At most %d target groups per action"
              .formatted(state.settings.quotas().groupsPerAction()));
    }
    shares.forEach(share -> check(share, loadBalancer, caller));
    return shares;
  }

  private static List<Share> shares(Action action) {
    List<TargetGroupTuple> groups =
        Optional.ofNullable(action.forwardConfig())
            .map(ForwardActionConfig::targetGroups)
            .orElse(List.of());
    if (groups.isEmpty()) {
      return action.targetGroupArn() == null
          ? List.of()
          : List.of(new Share(action.targetGroupArn(), 1));
    }
    return groups.stream()
        .map(each -> new Share(each.targetGroupArn(), Optional.ofNullable(each.weight()).orElse(1)))
        .toList();
  }

  private void check(Share share, LoadBalancerRecord loadBalancer, Caller caller) {
    TargetGroupRecord group = state.targetGroups.require(share.targetGroupArn(), caller);
    if (share.weight() < 0 || share.weight() > 999) {
      throw ServiceError.client(
          "ValidationError", "Weight '%d' must be between 0 and 999".formatted(share.weight()));
    }
    if (!group.vpcId().equals(loadBalancer.vpcId())) {
      throw ServiceError.client(
          "InvalidConfigurationRequest",
          "Target group '%s' is not in the VPC of the load balancer".formatted(group.arn()));
    }
    if (!state
        .listeners
        .where(each -> !each.loadBalancerArn().equals(loadBalancer.arn()) && each.uses(group.arn()))
        .isEmpty()) {
      throw ServiceError.client(
          "TargetGroupAssociationLimit",
          "The following target groups cannot be associated with more than one load balancer: %s"
              .formatted(group.arn()));
    }
  }

  /** The action in the API's shape. */
  static Action shape(List<Share> shares) {
    Action.Builder action = Action.builder().type("forward").order(1);
    if (shares.size() == 1) {
      action.targetGroupArn(shares.getFirst().targetGroupArn());
    }
    ForwardActionConfig config =
        ForwardActionConfig.builder()
            .targetGroups(
                shares.stream()
                    .map(
                        share ->
                            TargetGroupTuple.builder()
                                .targetGroupArn(share.targetGroupArn())
                                .weight(share.weight())
                                .build())
                    .toList())
            .build();
    return action.forwardConfig(config).build();
  }
}
