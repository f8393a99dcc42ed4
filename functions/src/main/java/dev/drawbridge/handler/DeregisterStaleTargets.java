package dev.drawbridge.handler;

import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.DeregisterStaleTargetsInput;
import dev.drawbridge.model.Deregistration;
import dev.drawbridge.model.Endpoints;
import dev.drawbridge.model.Registration;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.List;

/**
 * Takes readers away that do not serve any more, now that the others are healthy. Calls: none if
 * there is nothing to take away; else 2 to read the truth, and 1 if it has not moved.
 *
 * <p>A reader may have come back since the targets were registered, also while this very task is
 * tried again, and be the only one: so the truth is read right before it would be taken away.
 */
public final class DeregisterStaleTargets
    extends Worker<DeregisterStaleTargetsInput, Deregistration> {
  private final Targets targets;
  private final TruthWatch watch;

  /** In Lambda. */
  public DeregisterStaleTargets() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public DeregisterStaleTargets(Environment environment) {
    super(DeregisterStaleTargetsInput.class);
    this.targets = new Targets(environment.clients());
    this.watch = new TruthWatch(environment);
  }

  @Override
  public Deregistration handle(DeregisterStaleTargetsInput input) {
    Registration registration = input.registration();
    if (registration.staleReaders().isEmpty() || input.check().moved() || moved(input)) {
      return new Deregistration(List.of());
    }
    targets.deregister(registration.readerGroupArn(), registration.staleReaders());
    return new Deregistration(registration.staleReaders());
  }

  private boolean moved(DeregisterStaleTargetsInput input) {
    Database database = input.database();
    Endpoints endpoints = input.endpoints();
    return database != null && endpoints != null && watch.moved(endpoints, database);
  }
}
