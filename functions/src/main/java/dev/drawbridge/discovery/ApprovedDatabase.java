package dev.drawbridge.discovery;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Standing;
import dev.drawbridge.runtime.Environment;

/**
 * Whether the database that a person said yes to is still there. One that was destroyed and made
 * again has its predecessor's ARN and other data; a yes to the one is none to the other. Calls:
 * those of {@link DatabaseIdentity}.
 */
public final class ApprovedDatabase {
  private final DatabaseIdentity identity;

  public ApprovedDatabase(Environment environment) {
    this.identity = new DatabaseIdentity(environment);
  }

  /**
   * Demands it.
   *
   * @param arn under which it was exposed
   * @param resourceId what was approved
   * @throws Conflict if the database is gone, or another has its name
   */
  public void require(String arn, String resourceId) {
    Identification now = identity.of(arn, resourceId);
    if (!now.standing().followed() && now.standing() != Standing.EMPTY) {
      throw new Conflict(
          "database %s was approved with the resource id %s, and there is %s now; nobody has approved that, so have it exposed and ask again"
              .formatted(
                  arn, resourceId, now.facts().map(DatabaseFacts::resourceId).orElse("none")));
    }
  }
}
