package dev.drawbridge.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a database decides about its exposure, for all consumers at once.
 *
 * @param readerPort the reader listener's port, or null for the database's own
 * @param writerPort the writer listener's port, or null for the reader's plus one
 * @param enforcement whether security group rules apply to PrivateLink traffic
 * @param manageDatabaseSecurityGroup false: say which rule is missing instead of adding it
 * @param acceptHostBlockRisk expose it although MySQL may block the load balancer's addresses
 * @param acceptKeepsAwake expose it although health checks keep an Aurora Serverless database awake
 * @param subnetIds further subnets of the load balancer; none is ever taken away
 * @param hold why nothing may be changed at the moment; null if everything may
 */
public record ExposureSettings(
    @Nullable Integer readerPort,
    @Nullable Integer writerPort,
    Enforcement enforcement,
    boolean manageDatabaseSecurityGroup,
    boolean acceptHostBlockRisk,
    boolean acceptKeepsAwake,
    List<String> subnetIds,
    @Nullable String hold) {
  /** Keeps a copy. */
  public ExposureSettings {
    subnetIds = List.copyOf(subnetIds);
  }

  /** The installation's: what a database has that its owner never spoke of. */
  public static ExposureSettings defaults() {
    return new ExposureSettings(null, null, Enforcement.OFF, true, false, false, List.of(), null);
  }
}
