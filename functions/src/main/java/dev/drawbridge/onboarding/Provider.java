package dev.drawbridge.onboarding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Drawbridge itself runs: read from the ARN of the execution, so it costs no call.
 *
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov} ...
 * @param region for example {@code eu-central-1}
 * @param accountId the provider's account, twelve digits
 */
public record Provider(String partition, String region, String accountId) {
  private static final Pattern ARN =
      Pattern.compile(
          "arn:(?<partition>[a-z-]+):states:(?<region>[a-z0-9-]+):(?<account>\\d{12}):.+");

  /**
   * Reads it from the ARN of an execution.
   *
   * @throws IllegalArgumentException if {@code arn} is not the ARN of an execution
   */
  public static Provider ofExecution(String arn) {
    Matcher matcher = ARN.matcher(arn);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not the ARN of an execution: " + arn);
    }
    return new Provider(
        matcher.group("partition"), matcher.group("region"), matcher.group("account"));
  }

  /**
   * The principal that stands for a whole account: the narrowest that a consumer can be sure of.
   */
  public String rootOf(String otherAccountId) {
    return "arn:" + partition + ":iam::" + otherAccountId + ":root";
  }
}
