package dev.drawbridge.discovery;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseFacts;

/** Whether a database qualifies, by what RDS alone says about it. */
public final class Preflight {
  private Preflight() {}

  /**
   * Passes if the database can be exposed.
   *
   * @throws InvalidRequest naming the field and the reason
   */
  public static void check(DatabaseFacts database, boolean acceptKeepsAwake) {
    DatabaseChoice.requireOwn(database);
    Engines.check(database);
    for (Precondition each : Precondition.values()) {
      if (each != Precondition.PAUSES_NEVER || !acceptKeepsAwake) {
        each.unmet(database)
            .ifPresent(
                reason -> {
                  throw new InvalidRequest(
                      "database '%s' cannot be exposed: %s"
                          .formatted(database.identifier(), reason));
                });
      }
    }
  }
}
