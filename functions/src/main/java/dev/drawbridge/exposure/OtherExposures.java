package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;

/**
 * Whether a database is exposed under another name already: one that was renamed keeps the exposure
 * of its former name, and a second one would pass by what its owner has decided there.
 */
final class OtherExposures {
  private final Groups groups;
  private final Exposures exposures;

  OtherExposures(Environment environment) {
    this.groups = new Groups(environment.clients());
    this.exposures = Stores.exposures(environment);
  }

  /**
   * Passes if it is not. Calls: 1 or 2 to list what is exposed, and 1 for each of it.
   *
   * @throws Conflict naming the other exposure
   */
  void requireNone(Database database) {
    groups.exposed().keySet().stream()
        .filter(arn -> !arn.equals(database.arn()))
        .flatMap(arn -> exposures.find(arn).stream())
        .filter(other -> database.resourceId().equals(other.resourceId()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new Conflict(
                  "database %s is exposed as %s already; give it that name back, or offboard the consumers of %s with teardown first"
                      .formatted(
                          database.presentArn(),
                          other.databaseArn(),
                          DatabaseArn.nameIn(other.databaseArn())));
            });
  }
}
