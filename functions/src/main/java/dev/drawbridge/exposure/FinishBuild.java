package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.BuildLeases;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Listeners;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;

/**
 * Puts on record what was built, as AWS has just shown it, and lets the next run build. Calls: 2,
 * and 1 to write a record that does not fit any more.
 */
public final class FinishBuild extends Worker<FinishBuild.Input, Exposed> {
  /** Input of FinishBuild. */
  public record Input(
      Database database,
      String executionArn,
      String securityGroupId,
      TargetGroups groups,
      String loadBalancerArn,
      Listeners listeners,
      String serviceId) {}

  private final Exposures exposures;
  private final BuildLeases leases;

  public FinishBuild() {
    this(Environment.lambda());
  }

  public FinishBuild(Environment environment) {
    super(Input.class);
    this.exposures = Stores.exposures(environment);
    this.leases = Stores.buildLeases(environment);
  }

  @Override
  public Exposed handle(Input input) {
    Database database = input.database();
    Exposure record = exposures.findOrFirst(database.arn());
    Exposure.Path path =
        new Exposure.Path(
            input.securityGroupId(),
            input.loadBalancerArn(),
            input.listeners().readerArn(),
            input.listeners().writerArn(),
            input.serviceId(),
            input.listeners().readerPort(),
            input.listeners().writerPort());
    if (!path.equals(record.path()) || !input.groups().equals(record.groups())) {
      exposures.put(record.with(input.groups()).with(path));
    }
    leases.release(database.arn(), input.executionArn());
    return new Exposed(
        "EXPOSED",
        database.identifier(),
        record.settings().version(),
        input.serviceId(),
        path.readerPort(),
        path.writerPort());
  }
}
