package dev.drawbridge.plan;

import dev.drawbridge.error.Conflict;
import java.util.Map;
import java.util.Optional;

/**
 * The tags by which we know our own resources, and nobody else's.
 *
 * <p>A resource with our name but without these tags is a {@link Conflict}: never adopted, never
 * changed.
 */
public final class Ownership {
  /** Marks everything that this installation creates. */
  public static final String MANAGED = Names.PREFIX + ":managed";

  /** The ARN of the database that the resource serves. */
  public static final String DATABASE = Names.PREFIX + ":database";

  /** The identifier of the instance, where the resource serves one alone. */
  public static final String INSTANCE = "drawbridge:instance";

  private Ownership() {}

  /** The tags of a resource that serves a database. */
  public static Map<String, String> tags(String databaseArn) {
    return Map.of(MANAGED, "true", DATABASE, databaseArn);
  }

  /** The tags of what serves one instance of it. */
  public static Map<String, String> tags(String databaseArn, String instance) {
    return Map.of(MANAGED, "true", DATABASE, databaseArn, INSTANCE, instance);
  }

  /** The database that a resource serves; empty if the tags do not say that it is ours. */
  public static Optional<String> databaseOf(Map<String, String> tags) {
    return Optional.ofNullable(tags.get(DATABASE)).filter(arn -> owns(tags, arn));
  }

  /** Whether the tags say that the resource is ours and serves this database. */
  public static boolean owns(Map<String, String> tags, String databaseArn) {
    return "true".equals(tags.get(MANAGED)) && databaseArn.equals(tags.get(DATABASE));
  }

  /**
   * Passes if the resource is ours.
   *
   * @param resource what it is, for the message
   * @throws Conflict if it is not
   */
  public static void require(Map<String, String> tags, String databaseArn, String resource) {
    if (!owns(tags, databaseArn)) {
      throw new Conflict(
          "%s exists without the tags %s=true and %s=%s: it is not ours; rename or remove it"
              .formatted(resource, MANAGED, DATABASE, databaseArn));
    }
  }
}
