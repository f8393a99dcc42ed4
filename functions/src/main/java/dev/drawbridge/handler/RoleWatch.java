package dev.drawbridge.handler;

import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.model.Endpoints;
import dev.drawbridge.plan.Truth;

/** Tells a run that waits whether its truth is outdated. Calls: 1; 2 more if it seems so. */
final class RoleWatch {
  private final Databases databases;

  RoleWatch(Databases databases) {
    this.databases = databases;
  }

  /**
   * A cluster and its instances are two lists that change at different times, so what a glance
   * finds must be true of the whole as well: otherwise a run would go round at once, and again.
   */
  boolean moved(Endpoints registered, String databaseArn) {
    return Truth.moved(registered, databases.glance(databaseArn))
        && Truth.moved(registered, databases.topology(databaseArn));
  }
}
