package dev.drawbridge.exposure;

import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/**
 * Makes the two target groups and asserts their settings. Calls: 6, or 5 if both exist as they
 * should be.
 */
public final class CreateTargetGroups extends Worker<CreateTargetGroups.Input, TargetGroups> {
  /** Input of CreateTargetGroups; its output is {@link TargetGroups}. */
  public record Input(Database database) {}

  private final Groups groups;
  private final SettingsInForce settings;

  /** In Lambda. */
  public CreateTargetGroups() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public CreateTargetGroups(Environment environment) {
    super(Input.class);
    this.groups = new Groups(environment.clients());
    this.settings = new SettingsInForce(environment);
  }

  @Override
  public TargetGroups handle(Input input) {
    settings.of(input.database().arn());
    return groups.ensure(input.database());
  }
}
