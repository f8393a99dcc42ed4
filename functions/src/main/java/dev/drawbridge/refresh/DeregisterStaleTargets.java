package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.discovery.TruthWatch;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes readers away that do not serve any more, now that the others are healthy. Calls: none if
 * there is nothing to take away; else 2 to read the truth, and 3 if it has not moved.
 *
 * <p>A reader may have come back since the targets were registered, also while this very task is
 * tried again, and be the only one: so the truth is read right before it would be taken away.
 */
public final class DeregisterStaleTargets
    extends Worker<DeregisterStaleTargets.Input, Deregistration> {
  /**
   * Input of DeregisterStaleTargets.
   *
   * @param database null from a definition that is older than the worker
   * @param addresses null from a definition that is older than the worker
   */
  public record Input(
      @Nullable Database database,
      @Nullable InstanceAddresses addresses,
      Registration registration,
      TargetCheck check) {}

  private final Targets targets;
  private final TruthWatch watch;
  private final Holds holds;

  /** In Lambda. */
  public DeregisterStaleTargets() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public DeregisterStaleTargets(Environment environment) {
    super(Input.class);
    this.targets = new Targets(environment.clients());
    this.watch = new TruthWatch(environment);
    this.holds = Stores.holds(environment);
  }

  @Override
  public Deregistration handle(Input input) {
    Registration registration = input.registration();
    if (registration.staleReaders().isEmpty() || input.check().moved() || moved(input)) {
      return new Deregistration(List.of());
    }
    if (input.database() != null) {
      holds.require(input.database().arn()); // it may have begun since targets were registered
    }
    targets.deregister(registration.readerGroupArn(), registration.staleReaders());
    return new Deregistration(registration.staleReaders());
  }

  private boolean moved(Input input) {
    Database database = input.database();
    InstanceAddresses addresses = input.addresses();
    return database != null && addresses != null && watch.moved(addresses, database);
  }
}
