package dev.drawbridge.aws.elbv2;

import dev.drawbridge.model.GroupSeen;
import dev.drawbridge.model.ListenerSeen;
import dev.drawbridge.model.LoadBalancerSeen;
import java.util.List;
import java.util.Optional;

/**
 * What Elastic Load Balancing has of one database.
 *
 * @param loadBalancers how many network load balancers the account has in the region
 * @param listeners all of the load balancer's
 * @param instances the groups of instances that are on record and there
 */
public record Balancing(
    int loadBalancers,
    Optional<LoadBalancerSeen> loadBalancer,
    List<ListenerSeen> listeners,
    Optional<GroupSeen> writers,
    Optional<GroupSeen> readers,
    List<GroupSeen> instances) {
  /** Keeps a copy. */
  public Balancing {
    listeners = List.copyOf(listeners);
    instances = List.copyOf(instances);
  }
}
