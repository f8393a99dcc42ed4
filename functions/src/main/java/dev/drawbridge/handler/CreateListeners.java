package dev.drawbridge.handler;

import dev.drawbridge.aws.elbv2.ListenerPorts;
import dev.drawbridge.model.CreateListenersInput;
import dev.drawbridge.model.Listeners;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/** Makes the reader's and the writer's listener. Calls: 3, or 1 if both exist. */
public final class CreateListeners extends Worker<CreateListenersInput, Listeners> {
  private final ListenerPorts listeners;

  /** In Lambda. */
  public CreateListeners() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public CreateListeners(Environment environment) {
    super(CreateListenersInput.class);
    this.listeners = new ListenerPorts(environment.clients());
  }

  @Override
  public Listeners handle(CreateListenersInput input) {
    return listeners.ensure(input.database(), input.loadBalancerArn(), input.groups());
  }
}
