package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.error.Conflict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** How a load balancer routes, read only: what a check needs. */
public final class Routes {
  private final ElasticLoadBalancingV2Client client;

  public Routes(Clients clients) {
    this.client = clients.elb();
  }

  /** {@code active}, {@code provisioning} ... */
  public String state(String loadBalancerArn) {
    return client
        .describeLoadBalancers(r -> r.loadBalancerArns(loadBalancerArn))
        .loadBalancers()
        .stream()
        .filter(found -> loadBalancerArn.equals(found.loadBalancerArn()))
        .findFirst()
        .orElseThrow(() -> new Conflict("load balancer %s is gone".formatted(loadBalancerArn)))
        .state()
        .codeAsString();
  }

  /** The target groups that each port forwards new connections to. */
  public Map<Integer, List<String>> forwards(String loadBalancerArn) {
    return client
        .describeListenersPaginator(r -> r.loadBalancerArn(loadBalancerArn))
        .listeners()
        .stream()
        .filter(listener -> loadBalancerArn.equals(listener.loadBalancerArn()))
        .collect(Collectors.toMap(Listener::port, Routes::weighted));
  }

  private static List<String> weighted(Listener listener) {
    return Forward.of(listener).stream()
        .filter(forward -> forward.weight() > 0)
        .map(Forward::groupArn)
        .toList();
  }

  /** How many targets of the group get connections. */
  public long healthy(String groupArn) {
    return client
        .describeTargetHealth(r -> r.targetGroupArn(groupArn))
        .targetHealthDescriptions()
        .stream()
        .filter(target -> target.targetHealth().state() == TargetHealthStateEnum.HEALTHY)
        .count();
  }
}
