package dev.drawbridge.aws.elbv2;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/** Takes of an answer only what was asked for, whatever it holds besides. */
final class LookUp {
  private LookUp() {}

  /** The load balancer of that name. Calls: 1. */
  static Optional<LoadBalancer> loadBalancer(ElasticLoadBalancingV2Client elb, String name) {
    try {
      return elb.describeLoadBalancers(r -> r.names(name)).loadBalancers().stream()
          .filter(found -> name.equals(found.loadBalancerName()))
          .findFirst();
    } catch (LoadBalancerNotFoundException none) {
      return Optional.empty();
    }
  }

  /** The network load balancers of the account and region, whoever made them. Calls: 1 a page. */
  static List<LoadBalancer> networkLoadBalancers(ElasticLoadBalancingV2Client elb) {
    return elb.describeLoadBalancersPaginator(r -> {}).loadBalancers().stream()
        .filter(each -> each.type() == LoadBalancerTypeEnum.NETWORK)
        .toList();
  }

  /** The listeners of a load balancer. Calls: 1 a page. */
  static List<Listener> listeners(ElasticLoadBalancingV2Client elb, String loadBalancerArn) {
    return elb
        .describeListenersPaginator(r -> r.loadBalancerArn(loadBalancerArn))
        .listeners()
        .stream()
        .filter(found -> loadBalancerArn.equals(found.loadBalancerArn()))
        .toList();
  }
}
