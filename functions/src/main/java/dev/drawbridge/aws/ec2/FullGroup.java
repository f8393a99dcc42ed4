package dev.drawbridge.aws.ec2;

import dev.drawbridge.aws.ErrorTable;
import dev.drawbridge.error.Conflict;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** What is said where EC2 refuses a rule because its group has as many as it may have. */
public final class FullGroup {
  private FullGroup() {}

  /** The refusal itself, or what it means for the group: EC2 names neither it nor a figure. */
  public static RuntimeException of(String groupId, Ec2Exception refused) {
    return ErrorTable.code(refused).equals("RulesPerSecurityGroupLimitExceeded")
        ? new Conflict(
            "security group %s has as many rules as AWS allows, where one that names a prefix list counts with as many entries as that may have: %s; clear some away, or have the quota raised and tell the installation (setting quotas)"
                .formatted(groupId, refused.getMessage()),
            refused)
        : refused;
  }
}
