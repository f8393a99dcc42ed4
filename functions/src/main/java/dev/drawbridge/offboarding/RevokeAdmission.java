package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.aws.ec2.SecurityGroups;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.plan.Names;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.util.List;

/** Takes our rules out of the database's security groups; nobody else's is touched. */
public final class RevokeAdmission extends Worker<RevokeAdmission.Input, TornDown> {
  /** Input of RevokeAdmission. */
  public record Input(String databaseArn) {}

  private final Holds holds;
  private final Inspections inspections;
  private final SecurityGroups groups;

  public RevokeAdmission() {
    this(Environment.lambda());
  }

  public RevokeAdmission(Environment environment) {
    super(Input.class);
    this.holds = Stores.holds(environment);
    this.inspections = Stores.inspections(environment);
    this.groups = new SecurityGroups(environment.clients());
  }

  @Override
  public TornDown handle(Input input) {
    holds.require(input.databaseArn());
    String arn = input.databaseArn();
    groups.revoke(
        groups.everywhere(
            arn,
            groups.named(Names.securityGroup(arn), arn),
            inspections.find(arn).map(InspectionRecord::guards).orElse(List.of())));
    return new TornDown("rules");
  }
}
