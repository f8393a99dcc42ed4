package dev.drawbridge.handler;

import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.model.DeregisterStaleTargetsInput;
import dev.drawbridge.model.Deregistration;
import dev.drawbridge.model.Registration;
import dev.drawbridge.model.Target;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.List;

/**
 * Takes readers away that do not serve any more, now that the others are healthy. Calls: 1, or none
 * if there is nothing to take away or the truth has moved.
 */
public final class DeregisterStaleTargets
    extends Worker<DeregisterStaleTargetsInput, Deregistration> {
  private final Targets targets;

  /** In Lambda. */
  public DeregisterStaleTargets() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public DeregisterStaleTargets(Environment environment) {
    super(DeregisterStaleTargetsInput.class);
    this.targets = new Targets(environment.clients());
  }

  @Override
  public Deregistration handle(DeregisterStaleTargetsInput input) {
    Registration registration = input.registration();
    List<Target> stale = input.check().moved() ? List.of() : registration.staleReaders();
    targets.deregister(registration.readerGroupArn(), stale);
    return new Deregistration(stale);
  }
}
