package dev.drawbridge.simulator.rds;

/**
 * Why a read replica does not replicate, as RDS shows it.
 *
 * @param status {@code error}, {@code stopped} or {@code terminated}
 * @param message what RDS says of the error
 */
public record ReplicationError(String status, String message) {}
