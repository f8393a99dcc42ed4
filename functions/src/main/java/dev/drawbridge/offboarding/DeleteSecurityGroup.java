package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.ec2.SecurityGroups;
import dev.drawbridge.plan.Names;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;

/**
 * Takes down the load balancer's own security group: the last, since its interfaces outlive the
 * load balancer for minutes (DependencyViolation, which is NotReady).
 */
public final class DeleteSecurityGroup extends Worker<DeleteSecurityGroup.Input, TornDown> {
  /** Input of DeleteSecurityGroup. */
  public record Input(String databaseArn) {}

  private final Holds holds;
  private final SecurityGroups groups;

  public DeleteSecurityGroup() {
    this(Environment.lambda());
  }

  public DeleteSecurityGroup(Environment environment) {
    super(Input.class);
    this.holds = Stores.holds(environment);
    this.groups = new SecurityGroups(environment.clients());
  }

  @Override
  public TornDown handle(Input input) {
    holds.require(input.databaseArn());
    groups
        .named(Names.securityGroup(input.databaseArn()), input.databaseArn())
        .forEach(groups::delete);
    return new TornDown("security group");
  }
}
