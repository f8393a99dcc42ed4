package dev.drawbridge.model;

/**
 * A read replica that does not replicate, though it serves.
 *
 * @param identifier of the replica
 * @param status as RDS says it: {@code error}, {@code stopped}, {@code terminated}, {@code
 *     replication stop point reached}
 * @param message what RDS says of the error; empty if nothing
 */
public record ReplicationFault(String identifier, String status, String message) {
  /** Whether RDS has given it up, so that nothing but another replica helps. */
  public boolean ended() {
    return status.equals("terminated");
  }
}
