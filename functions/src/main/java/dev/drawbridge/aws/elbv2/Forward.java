package dev.drawbridge.aws.elbv2;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * A target group that a listener forwards to.
 *
 * @param weight its share of new connections, 0 to 999
 */
record Forward(String groupArn, int weight) {

  /** All groups of a listener's action, in its order. */
  static List<Forward> of(Listener listener) {
    return listener.defaultActions().stream().flatMap(action -> of(action).stream()).toList();
  }

  /** The groups that get connections. */
  static List<String> groups(Listener listener) {
    return of(listener).stream()
        .filter(forward -> forward.weight() > 0)
        .map(Forward::groupArn)
        .toList();
  }

  /** Whether a listener forwards to that group, among others or alone. */
  static boolean leads(Listener listener, String groupArn) {
    return of(listener).stream().anyMatch(forward -> forward.groupArn().equals(groupArn));
  }

  /** Whether it hands on what a client says as it is. */
  static boolean plain(Listener listener) {
    return listener.protocol() == ProtocolEnum.TCP;
  }

  /** The action that forwards to one group alone. */
  static Action to(String groupArn) {
    return Action.builder().type(ActionTypeEnum.FORWARD).targetGroupArn(groupArn).build();
  }

  /** AWS names a single group in either of two places. */
  private static List<Forward> of(Action action) {
    List<TargetGroupTuple> weighted =
        Optional.ofNullable(action.forwardConfig())
            .map(ForwardActionConfig::targetGroups)
            .orElse(List.of());
    if (!weighted.isEmpty()) {
      return weighted.stream()
          .map(
              each ->
                  new Forward(each.targetGroupArn(), Optional.ofNullable(each.weight()).orElse(1)))
          .toList();
    }
    return action.targetGroupArn() == null
        ? List.of()
        : List.of(new Forward(action.targetGroupArn(), 1));
  }
}
