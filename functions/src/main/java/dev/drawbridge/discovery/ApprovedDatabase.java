package dev.drawbridge.discovery;

import dev.drawbridge.aws.dynamodb.Switchovers;
import dev.drawbridge.aws.rds.BlueGreenDeployments;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Standing;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;

/**
 * Whether the database that a person said yes to is still there. One that was destroyed and made
 * again has its predecessor's ARN and other data; a yes to the one is none to the other. Calls: 2,
 * and up to 4 more where the name leads to another.
 */
public final class ApprovedDatabase {
  private final Databases databases;
  private final BlueGreenDeployments deployments;
  private final Switchovers switchovers;

  public ApprovedDatabase(Environment environment) {
    this.databases = new Databases(environment.clients());
    this.deployments = new BlueGreenDeployments(environment.clients());
    this.switchovers = Stores.switchovers(environment);
  }

  /**
   * Demands it.
   *
   * @param arn under which it was exposed
   * @param resourceId what was approved
   * @throws Conflict if the database is gone, or another has its name
   */
  public void require(String arn, String resourceId) {
    Identification now =
        Identification.of(
            resourceId,
            databases.find(arn),
            () -> databases.byResourceId(arn, resourceId),
            before ->
                before
                    .flatMap(facts -> deployments.successor(facts.arn()))
                    .flatMap(databases::find),
            (before, after) -> switchovers.recorded(arn, before, after.resourceId()));
    if (now.standing() == Standing.REPLACED || now.standing() == Standing.ABSENT) {
      throw new Conflict(
          "database %s was approved with the resource id %s, and there is %s now; nobody has approved that, so have it exposed and ask again"
              .formatted(
                  arn, resourceId, now.facts().map(DatabaseFacts::resourceId).orElse("none")));
    }
  }
}
