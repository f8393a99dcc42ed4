package dev.drawbridge.model;

/**
 * A read replica that does not replicate, though it serves.
 *
 * @param identifier of the replica
 * @param status as RDS says it: {@code error}, {@code stopped}, {@code terminated}, {@code
 *     replication degraded}, {@code replication stop point reached}
 * @param message what RDS says of the error; empty if nothing
 */
public record ReplicationFault(String identifier, String status, String message) {
  /** Some databases of the instance get no updates, such as new ones that are being set up. */
  public static final String DEGRADED = "replication degraded";

  /** Whether a part of it replicates. */
  public boolean partial() {
    return status.equals(DEGRADED);
  }

  /** Whether RDS has given it up, so that nothing but another replica helps. */
  public boolean ended() {
    return status.equals("terminated");
  }
}
