package dev.drawbridge.exposure;

import dev.drawbridge.aws.elbv2.ListenerPorts;
import dev.drawbridge.discovery.Ports;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.Listeners;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/**
 * Makes the reader's and the writer's listener, and moves to its port one that its owner wants
 * elsewhere. Calls: 4, or 2 if both are as they should be.
 */
public final class CreateListeners extends Worker<CreateListeners.Input, Listeners> {
  /** Input of CreateListeners. */
  public record Input(Database database, String loadBalancerArn, TargetGroups groups) {}

  private final ListenerPorts listeners;
  private final SettingsInForce settings;

  /** In Lambda. */
  public CreateListeners() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public CreateListeners(Environment environment) {
    super(Input.class);
    this.listeners = new ListenerPorts(environment.clients());
    this.settings = new SettingsInForce(environment);
  }

  @Override
  public Listeners handle(Input input) {
    Exposure record = settings.recordOf(input.database().arn());
    ExposureSettings inForce = record.settings();
    Ports ports = Ports.of(input.database().port(), inForce.readerPort(), inForce.writerPort());
    return listeners.ensure(
        input.database().arn(),
        new ListenerPorts.Wanted(
            ports.reader(),
            ports.writer(),
            record.ledTo() == null || record.path() == null
                ? null
                : record.path().writerListenerArn()),
        input.loadBalancerArn(),
        input.groups());
  }
}
