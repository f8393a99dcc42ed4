package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.elbv2.Groups;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;

/** Takes down every target group of a database. */
public final class DeleteTargetGroups extends Worker<DeleteTargetGroups.Input, TornDown> {
  /** Input of DeleteTargetGroups. */
  public record Input(String databaseArn) {}

  private final Holds holds;
  private final Groups groups;

  public DeleteTargetGroups() {
    this(Environment.lambda());
  }

  public DeleteTargetGroups(Environment environment) {
    super(Input.class);
    this.holds = Stores.holds(environment);
    this.groups = new Groups(environment.clients());
  }

  @Override
  public TornDown handle(Input input) {
    holds.require(input.databaseArn());
    groups.delete(input.databaseArn());
    return new TornDown("target groups");
  }
}
