package dev.drawbridge.simulator.call;

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

  /** The ARN of a resource of this account and region. */
  public String arn(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s".formatted(partition(), service, region, account, resource);
  }
}
