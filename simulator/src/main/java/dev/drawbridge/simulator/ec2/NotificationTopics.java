package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.ServiceError;

/** The topics that a connection notification may name. */
record NotificationTopics(Notices notices) {

  /**
   * Checks the ARN and that its topic is there.
   *
   * @throws ServiceError InvalidParameterValue; that AWS says so with this code is UNCONFIRMED
   */
  void check(String arn) {
    if (!arn.matches("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}")) {
      throw invalid("'%s' is not a valid ARN of an SNS topic".formatted(arn));
    }
    if (!notices.has(arn)) {
      throw invalid("The SNS topic '%s' does not exist".formatted(arn));
    }
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("InvalidParameterValue", message);
  }
}
