package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.BuildLeases;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.ExposeRequest;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Listeners;
import dev.drawbridge.model.PrivateDnsName;
import dev.drawbridge.model.SettingsChange;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts on record what was built, as AWS has just shown it, and lets the next run build. What an
 * owner has changed of a path whose rules are enforced is opened to those who have a yes to it. A
 * run that only mends changes no rule of a consumer: somebody may have taken it out on purpose.
 *
 * <p>Calls: 2, and 1 to write a record that does not fit any more; after an owner's change those of
 * {@link ConsumerIngress} without its lease.
 */
public final class FinishBuild extends Worker<FinishBuild.Input, Exposed> {
  /**
   * Input of FinishBuild.
   *
   * @param consumerRegions of the endpoint service; null in a run of an earlier release
   * @param privateDns its name; null if it has none
   * @param change the owner's request; null in a run for a consumer, and in one of an earlier
   *     release
   */
  public record Input(
      Database database,
      String executionArn,
      String securityGroupId,
      TargetGroups groups,
      String loadBalancerArn,
      Listeners listeners,
      String serviceId,
      @Nullable List<String> consumerRegions,
      @Nullable PrivateDnsName privateDns,
      @Nullable ExposeRequest change) {}

  private final Exposures exposures;
  private final ConsumerIngress ingress;
  private final BuildLeases leases;

  public FinishBuild() {
    this(Environment.lambda());
  }

  public FinishBuild(Environment environment) {
    super(Input.class);
    this.exposures = Stores.exposures(environment);
    this.ingress = new ConsumerIngress(environment);
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
            input.listeners().writerPort(),
            input.privateDns());
    TargetGroups groups = input.groups().in(database.vpcId()); // any others were refused
    if (!path.equals(record.path()) || !groups.equals(record.groups())) {
      exposures.put(record.with(groups).with(path));
    }
    ExposeRequest change = input.change();
    if (change != null
        && !change.settings().equals(SettingsChange.NONE)
        && record.settings().enforcement() == Enforcement.ON) {
      ingress.applyHeld(
          new ConsumerIngress.Entrance(
              database.arn(),
              path.securityGroupId(),
              List.of(path.readerPort(), path.writerPort())));
    }
    leases.release(database.arn(), input.executionArn());
    return new Exposed(
        "EXPOSED",
        database.identifier(),
        record.settings().version(),
        input.serviceId(),
        path.readerPort(),
        path.writerPort(),
        Objects.requireNonNullElse(input.consumerRegions(), List.of()),
        input.privateDns());
  }
}
