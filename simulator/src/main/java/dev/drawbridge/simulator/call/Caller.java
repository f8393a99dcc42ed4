package dev.drawbridge.simulator.call;

import java.util.List;

/**
 * Who calls, read from the request's signature scope.
 *
 * @param account the twelve digits of the AWS account
 * @param region for example {@code eu-central-1}
 * @param role the role's name, or {@code root} where the call was signed with the account's own key
 */
public record Caller(String account, String region, String role) {

  /**
   * The partition that the region belongs to: {@code aws}, {@code aws-cn} or {@code aws-us-gov}.
   */
  public String partition() {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /** Who it is, as messages of refused calls name it. */
  public String sessionArn() {
    return role.equals("root")
        ? "arn:%s:iam::%s:root".formatted(partition(), account)
        : "arn:%s:sts::%s:assumed-role/%s/session".formatted(partition(), account, role);
  }

  /** The names by which a resource's policy may mean it: its account, the root and the role. */
  public List<String> principals() {
    return List.of(
        account,
        "arn:%s:iam::%s:root".formatted(partition(), account),
        "arn:%s:iam::%s:role/%s".formatted(partition(), account, role));
  }

  /** The ARN of a resource of this account and region. */
  public String arn(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s".formatted(partition(), service, region, account, resource);
  }
}
