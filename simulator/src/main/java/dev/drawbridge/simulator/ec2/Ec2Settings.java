package dev.drawbridge.simulator.ec2;

import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import java.time.Duration;

/**
 * Every delay, quota and default of EC2 and PrivateLink that this world uses.
 *
 * @param zones availability zones of a region
 * @param consistencyLag how long a new resource is missing from Describe answers
 */
public record Ec2Settings(
    @Published("three or more in most regions (AWS Regions and Availability Zones)") int zones,
    @Unconfirmed("the EC2 API is eventually consistent (EC2 API reference); no figure is published")
        Duration consistencyLag,
    EndpointDelays endpoints,
    Ec2Quotas quotas) {

  /** What AWS, or whoever else, has published. */
  public static Ec2Settings published() {
    return new Ec2Settings(3, Duration.ZERO, EndpointDelays.published(), Ec2Quotas.published());
  }

  /** The same with every delay divided, for a world on the wall clock. */
  public Ec2Settings dividedBy(long divisor) {
    return new Ec2Settings(
        zones, consistencyLag.dividedBy(divisor), endpoints.dividedBy(divisor), quotas);
  }

  /** The same with other quotas. */
  public Ec2Settings quotas(Ec2Quotas value) {
    return new Ec2Settings(zones, consistencyLag, endpoints, value);
  }

  /** The same with another delay before new resources are listed. */
  public Ec2Settings consistencyLag(Duration value) {
    return new Ec2Settings(zones, value, endpoints, quotas);
  }

  /** The same with endpoints that take another time from the yes to {@code available}. */
  public Ec2Settings endpointsPending(Duration value) {
    return new Ec2Settings(zones, consistencyLag, endpoints.pending(value), quotas);
  }
}
