package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import java.util.List;
import java.util.Optional;

/** What PrivateLink asks of Elastic Load Balancing. */
public interface NetworkLoadBalancers {

  /**
   * A load balancer that an endpoint service may stand on.
   *
   * @param active whether it has left {@code provisioning}
   * @param zoneIds the ids of its availability zones
   * @param customIdleTimeout whether a listener has another TCP idle timeout than it is born with
   */
  record Facts(Caller owner, boolean active, List<String> zoneIds, boolean customIdleTimeout) {
    /** Keeps a copy of the ids. */
    public Facts {
      zoneIds = List.copyOf(zoneIds);
    }
  }

  /** The network load balancer of that ARN. */
  Optional<Facts> find(String arn);
}
