package dev.drawbridge.simulator.network;

import dev.drawbridge.simulator.network.Traffic.Meter;
import java.util.List;
import java.util.Optional;

/** What the data path asks of the VPC endpoints. */
public interface PrivateLink {

  /**
   * A VPC endpoint seen from one of its interfaces.
   *
   * @param endpointId the endpoint's id
   * @param state its state, as AWS spells it
   * @param zoneId the id of the availability zone of the interface
   * @param loadBalancerArns the load balancers of its service, or none
   * @param meter where its bytes are counted; empty for a consumer in another region, of whom AWS
   *     publishes no metrics ("CloudWatch metrics for AWS PrivateLink")
   */
  record Entrance(
      String endpointId,
      String state,
      String zoneId,
      List<String> loadBalancerArns,
      Optional<Meter> meter) {
    /** Keeps a copy of the ARNs. */
    public Entrance {
      loadBalancerArns = List.copyOf(loadBalancerArns);
    }

    /** Whether traffic passes. */
    public boolean available() {
      return state.equals("available");
    }
  }

  /** The endpoint that the interface belongs to. */
  Optional<Entrance> entrance(String interfaceId);
}
