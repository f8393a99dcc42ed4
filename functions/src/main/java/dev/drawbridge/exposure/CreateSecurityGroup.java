package dev.drawbridge.exposure;

import dev.drawbridge.aws.ec2.SecurityGroups;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.SecurityGroup;
import dev.drawbridge.plan.Names;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;

/**
 * Makes the load balancer's own security group.
 *
 * <p>It starts without a rule for anybody to come in: with enforcement off none is needed over
 * PrivateLink, and nothing else should reach the load balancer. Calls: 2, or 3 if it exists.
 */
public final class CreateSecurityGroup extends Worker<CreateSecurityGroup.Input, SecurityGroup> {
  /** Input of CreateSecurityGroup. */
  public record Input(Database database) {}

  private final SecurityGroups groups;
  private final SettingsInForce settings;

  /** In Lambda. */
  public CreateSecurityGroup() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public CreateSecurityGroup(Environment environment) {
    super(Input.class);
    this.groups = new SecurityGroups(environment.clients());
    this.settings = new SettingsInForce(environment);
  }

  @Override
  public SecurityGroup handle(Input input) {
    Database database = input.database();
    settings.of(database.arn());
    return new SecurityGroup(
        groups.ensure(Names.securityGroup(database.arn()), database.vpcId(), database.arn()));
  }
}
