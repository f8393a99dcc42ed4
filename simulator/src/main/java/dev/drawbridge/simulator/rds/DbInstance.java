package dev.drawbridge.simulator.rds;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One DB instance: what the API shows of it, and what is true of its server.
 *
 * @param id its identifier
 * @param resourceId the id that survives renaming, {@code db-...}
 * @param shape what it was made as
 * @param cluster its cluster's name
 * @param replicaOf the name, or in another region the ARN, of the instance it replicates
 * @param status as the API shows it
 * @param placement where it stands
 * @param serving whether its server accepts connections
 * @param writable whether its server accepts writes
 * @param tags its tags
 * @param promotionTier who is promoted first; lower goes first
 * @param created when it was created
 */
public record DbInstance(
    DbId id,
    String resourceId,
    Shape shape,
    Optional<String> cluster,
    Optional<String> replicaOf,
    String status,
    Placement placement,
    boolean serving,
    boolean writable,
    Map<String, String> tags,
    int promotionTier,
    Instant created) {
  /** The status of an instance that works. */
  public static final String AVAILABLE = "available";

  static final String REBOOTING = "rebooting";

  /** While it shows one of these, nothing but the end of it starts the server. */
  private static final Set<String> AWAY = Set.of("creating", "deleting", "stopped", "starting");

  /** Keeps a copy. */
  public DbInstance {
    tags = Map.copyOf(tags);
  }

  /** The server's private address. */
  public String address() {
    return placement.node().address();
  }

  /** Whether it is this very instance, and not another of its name. */
  boolean sameAs(DbInstance other) {
    return resourceId.equals(other.resourceId);
  }

  /** Whether RDS starts its server again should it be down. */
  boolean meantToServe() {
    return !AWAY.contains(status);
  }

  /** Whether it may be promoted. */
  boolean healthyReader() {
    return serving && !writable && status.equals(AVAILABLE);
  }

  DbInstance id(DbId value) {
    return new DbInstance(
        value,
        resourceId,
        shape,
        cluster,
        replicaOf,
        status,
        placement,
        serving,
        writable,
        tags,
        promotionTier,
        created);
  }

  DbInstance shape(Shape value) {
    return new DbInstance(
        id,
        resourceId,
        value,
        cluster,
        replicaOf,
        status,
        placement,
        serving,
        writable,
        tags,
        promotionTier,
        created);
  }

  DbInstance cluster(String value) {
    return new DbInstance(
        id,
        resourceId,
        shape,
        Optional.of(value),
        replicaOf,
        status,
        placement,
        serving,
        writable,
        tags,
        promotionTier,
        created);
  }

  DbInstance replicaOf(Optional<String> value) {
    return new DbInstance(
        id,
        resourceId,
        shape,
        cluster,
        value,
        status,
        placement,
        serving,
        writable,
        tags,
        promotionTier,
        created);
  }

  DbInstance status(String value) {
    return new DbInstance(
        id,
        resourceId,
        shape,
        cluster,
        replicaOf,
        value,
        placement,
        serving,
        writable,
        tags,
        promotionTier,
        created);
  }

  DbInstance placement(Placement value) {
    return new DbInstance(
        id,
        resourceId,
        shape,
        cluster,
        replicaOf,
        status,
        value,
        serving,
        writable,
        tags,
        promotionTier,
        created);
  }

  DbInstance server(boolean serves, boolean writes) {
    return new DbInstance(
        id,
        resourceId,
        shape,
        cluster,
        replicaOf,
        status,
        placement,
        serves,
        writes,
        tags,
        promotionTier,
        created);
  }

  DbInstance tags(Map<String, String> value) {
    return new DbInstance(
        id,
        resourceId,
        shape,
        cluster,
        replicaOf,
        status,
        placement,
        serving,
        writable,
        value,
        promotionTier,
        created);
  }
}
