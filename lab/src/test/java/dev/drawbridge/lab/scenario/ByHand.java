package dev.drawbridge.lab.scenario;

import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** What somebody makes in the provider's account past Drawbridge. */
final class ByHand {
  private ByHand() {}

  /** A target group without tags; returns its ARN. */
  static String targetGroup(Scenario scenario, String name) {
    return scenario
        .installation()
        .clientsOf("administrator")
        .elb()
        .createTargetGroup(
            r ->
                r.name(name)
                    .protocol(ProtocolEnum.TCP)
                    .port(3306)
                    .targetType(TargetTypeEnum.IP)
                    .vpcId(scenario.provider().vpc().id()))
        .targetGroups()
        .getFirst()
        .targetGroupArn();
  }
}
