package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;

/** STS: the ARN of a role. */
record StsNaming() implements NamingRules {

  @Override
  public void text(String operation, String member, String value, Caller caller) {
    if (member.equals("RoleArn") && !value.matches("arn:[a-z-]+:iam::\\d{12}:role/.+")) {
      throw ServiceError.client("ValidationError", value + " is invalid");
    }
  }
}
