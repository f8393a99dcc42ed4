package dev.drawbridge.exposure;

import dev.drawbridge.aws.elbv2.ListenerPorts;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Listeners;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/** Makes the reader's and the writer's listener. Calls: 3, or 1 if both exist. */
public final class CreateListeners extends Worker<CreateListeners.Input, Listeners> {
  /** Input of CreateListeners. */
  public record Input(Database database, String loadBalancerArn, TargetGroups groups) {}

  private final ListenerPorts listeners;

  /** In Lambda. */
  public CreateListeners() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public CreateListeners(Environment environment) {
    super(Input.class);
    this.listeners = new ListenerPorts(environment.clients());
  }

  @Override
  public Listeners handle(Input input) {
    return listeners.ensure(input.database(), input.loadBalancerArn(), input.groups());
  }
}
