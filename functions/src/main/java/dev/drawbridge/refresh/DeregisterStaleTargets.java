package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.Turns;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.discovery.TruthWatch;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.plan.Lane;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes readers away that do not serve any more, now that one of the others is healthy. Calls: none
 * if there is nothing to take away; else those for a turn, 2 to read the truth, and 4 if it has not
 * moved.
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
  private final Exposures exposures;
  private final Holds holds;
  private final Turns turns;

  /** In Lambda. */
  public DeregisterStaleTargets() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public DeregisterStaleTargets(Environment environment) {
    super(Input.class);
    this.targets = Targets.inTurn(environment.clients());
    this.watch = new TruthWatch(environment);
    this.exposures = Stores.exposures(environment);
    this.holds = Stores.holds(environment);
    this.turns = Stores.turns(environment);
  }

  @Override
  public Deregistration handle(Input input) {
    Registration registration = input.registration();
    if (registration.staleReaders().isEmpty() || input.check().moved()) {
      return new Deregistration(List.of());
    }
    turns.require(Lane.HOUSEKEEPING); // first: whoever waits reads nothing
    if (moved(input)) {
      return new Deregistration(List.of());
    }
    Optional<Exposure> exposure =
        Optional.ofNullable(input.database()).flatMap(each -> exposures.find(each.arn()));
    exposure.ifPresent(holds::require); // one may have begun since targets were registered
    if (!targets.deregisterIfOurs(registration.readerGroupArn(), registration.staleReaders())) {
      return new Deregistration(List.of()); // ConfirmTargets has the groups looked for anew
    }
    exposure.flatMap(Exposure::withoutFormerReaders).ifPresent(exposures::put);
    return new Deregistration(registration.staleReaders());
  }

  private boolean moved(Input input) {
    Database database = input.database();
    InstanceAddresses addresses = input.addresses();
    return database != null && addresses != null && watch.moved(addresses, database);
  }
}
