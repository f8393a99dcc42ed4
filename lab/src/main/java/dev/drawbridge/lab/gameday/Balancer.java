package dev.drawbridge.lab.gameday;

import dev.drawbridge.plan.Names;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/**
 * The load balancer of a database. Found by the hash in its name, which is the same under every
 * installation's prefix.
 */
record Balancer(ElasticLoadBalancingV2Client elb, String databaseArn) {

  /** The load balancer, if there is one yet. */
  Optional<LoadBalancer> found() {
    String end = "-lb-" + Names.hash(databaseArn, "lb");
    return elb.describeLoadBalancersPaginator().loadBalancers().stream()
        .filter(each -> each.loadBalancerName().endsWith(end))
        .findFirst();
  }

  /** The ARN of the writer's group, if there is one. */
  Optional<String> writerGroup() {
    String end = "-w-" + Names.hash(databaseArn, "w");
    return elb.describeTargetGroupsPaginator().targetGroups().stream()
        .filter(each -> each.targetGroupName().endsWith(end))
        .map(TargetGroup::targetGroupArn)
        .findFirst();
  }

  /** The state of each target of a group that is not on its way out, by address. */
  Map<String, TargetHealthStateEnum> targets(String group) {
    return elb
        .describeTargetHealth(r -> r.targetGroupArn(group))
        .targetHealthDescriptions()
        .stream()
        .filter(each -> each.targetHealth().state() != TargetHealthStateEnum.DRAINING)
        .collect(
            Collectors.toMap(
                each -> each.target().id(), each -> each.targetHealth().state(), (a, b) -> b));
  }
}
