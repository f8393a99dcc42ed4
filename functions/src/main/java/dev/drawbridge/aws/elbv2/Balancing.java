package dev.drawbridge.aws.elbv2;

import dev.drawbridge.model.GroupSeen;
import dev.drawbridge.model.ListenerSeen;
import dev.drawbridge.model.LoadBalancerSeen;
import java.util.List;
import java.util.Optional;

/**
 * What Elastic Load Balancing has of one database.
 *
 * @param listeners all of the load balancer's
 */
public record Balancing(
    Optional<LoadBalancerSeen> loadBalancer,
    List<ListenerSeen> listeners,
    Optional<GroupSeen> writers,
    Optional<GroupSeen> readers) {
  /** Keeps a copy. */
  public Balancing {
    listeners = List.copyOf(listeners);
  }
}
