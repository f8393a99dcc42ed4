package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** Whether a new table says what it may read and write a second, as its billing mode demands. */
final class Throughput {
  private Throughput() {}

  /**
   * Holds a request against the rules; nothing is throttled by what it says.
   *
   * @throws ServiceError ValidationException
   */
  static void check(CreateTableRequest request) {
    boolean onDemand = request.billingMode() == BillingMode.PAY_PER_REQUEST;
    if (onDemand && request.provisionedThroughput() != null) {
      throw invalid(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
              + " PAY_PER_REQUEST");
    }
    if (!onDemand && request.provisionedThroughput() == null) {
      throw invalid(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
              + " PROVISIONED");
    }
  }

  private static ServiceError invalid(String what) {
    return ServiceError.client(
        "ValidationException", "One or more parameter values were invalid: " + what);
  }
}
