package dev.drawbridge.discovery;

import dev.drawbridge.aws.dynamodb.Switchovers;
import dev.drawbridge.aws.rds.BlueGreenDeployments;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks which database stands where the approved one stood. Calls: 1 or 2 to RDS for what bears its
 * resource id; where that has another name or is gone, 1 more to the table and to RDS 1 for
 * deployments, and up to 4 where another has taken its place. RDS is asked for deployments once
 * more while a replica may be green.
 */
public final class DatabaseIdentity {
  private final Databases databases;
  private final BlueGreenDeployments deployments;
  private final Switchovers switchovers;

  public DatabaseIdentity(Environment environment) {
    this.databases = new Databases(environment.clients());
    this.deployments = new BlueGreenDeployments(environment.clients());
    this.switchovers = Stores.switchovers(environment);
  }

  /**
   * Looks.
   *
   * @param arn under which it was exposed
   * @param resourceId what was approved; null if it was never seen
   */
  public Identification of(String arn, @Nullable String resourceId) {
    return Identification.of(resourceId, arn, new AwsTruth(arn));
  }

  /**
   * Which database it is, and who has its name.
   *
   * @param namesake the resource id of another that bears the name; empty as long as nobody knows
   */
  public record Named(Identification database, Optional<String> namesake) {}

  /**
   * The same of what is exposed. Where a run has followed the database to another name, the call
   * that reads it reads whoever has its own name, too.
   */
  public Named of(Exposure exposure) {
    String arn = exposure.databaseArn();
    Exposure.Registered last = exposure.registered();
    AwsTruth truth =
        last == null || last.presentArn().equals(arn)
            ? new AwsTruth(arn)
            : new RenamedTruth(arn, last.presentArn());
    return new Named(Identification.of(exposure.resourceId(), arn, truth), truth.namesake());
  }

  private class AwsTruth implements Identification.Truth {
    private final String arn;

    AwsTruth(String arn) {
      this.arn = arn;
    }

    Optional<String> namesake() {
      return Optional.empty();
    }

    @Override
    public Optional<DatabaseFacts> named() {
      return databases.find(arn);
    }

    @Override
    public Optional<DatabaseFacts> bearing(String resourceId) {
      return databases.byResourceId(arn, resourceId);
    }

    @Override
    public Identification.Successor successor(DatabaseFacts known) {
      return deployments
          .successor(known.arn())
          .map(target -> new Identification.Successor(true, databases.find(target)))
          .orElse(Identification.Successor.NONE);
    }

    @Override
    public Optional<String> recorded(String resourceId) {
      return switchovers.successor(arn, resourceId);
    }
  }

  /** The truth about a database whose other name is on record. */
  private final class RenamedTruth extends AwsTruth {
    private final String arn;
    private final String presentArn;
    private Optional<String> namesake = Optional.empty();

    RenamedTruth(String arn, String presentArn) {
      super(arn);
      this.arn = arn;
      this.presentArn = presentArn;
    }

    @Override
    Optional<String> namesake() {
      return namesake;
    }

    @Override
    public Optional<DatabaseFacts> bearing(String resourceId) {
      Databases.Renamed seen = databases.renamed(arn, presentArn, resourceId);
      namesake = seen.namesake();
      return seen.known().or(() -> super.bearing(resourceId));
    }
  }
}
