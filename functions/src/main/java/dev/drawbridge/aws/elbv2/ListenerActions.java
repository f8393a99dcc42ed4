package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;

/** Where the listeners of a load balancer lead. */
public final class ListenerActions {
  private final ElasticLoadBalancingV2Client elb;

  private ListenerActions(ElasticLoadBalancingV2Client elb) {
    this.elb = elb;
  }

  /**
   * In the account and region of the clients, for whoever waits for a turn before each call: a
   * throttled one is not repeated.
   */
  public static ListenerActions inTurn(Clients clients) {
    return new ListenerActions(clients.elbInTurn());
  }

  /**
   * The groups that get connections of each listener, by its ARN; none where the load balancer is
   * gone. Calls: 1 a page.
   */
  public Map<String, List<String>> of(String loadBalancerArn) {
    try {
      return LookUp.listeners(elb, loadBalancerArn).stream()
          .collect(Collectors.toUnmodifiableMap(Listener::listenerArn, Forward::groups));
    } catch (LoadBalancerNotFoundException gone) {
      return Map.of();
    }
  }
}
