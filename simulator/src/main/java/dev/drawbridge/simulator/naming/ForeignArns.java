package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;

/**
 * ARNs of another region, where there is nothing of the caller's, and of another account, whose
 * resources of these services no policy of ours opens.
 */
final class ForeignArns {
  private ForeignArns() {}

  /**
   * Refuses an ARN that leads out of the caller's region or account.
   *
   * @throws ServiceError the service's own error
   */
  static void check(String signingName, String operation, String value, Caller caller) {
    String[] parts = value.split(":", 7);
    boolean arn = parts.length >= 6 && parts[0].equals("arn") && parts[2].equals(signingName);
    if (!arn) {
      return;
    }
    if (!parts[3].equals(caller.region())) {
      elsewhere(signingName, value, parts[3], caller).ifPresent(ForeignArns::refuse);
    } else if (!parts[4].equals(caller.account())) {
      notOurs(signingName, operation, value, caller).ifPresent(ForeignArns::refuse);
    }
  }

  private static void refuse(ServiceError error) {
    throw error;
  }

  /** UNCONFIRMED except for Lambda: that each says the same as of what is not there. */
  private static Optional<ServiceError> elsewhere(
      String service, String arn, String region, Caller caller) {
    return Optional.ofNullable(
        switch (service) {
          case "states" ->
              arn.contains(":execution:")
                  ? ServiceError.client(
                      "ExecutionDoesNotExist", "Execution Does Not Exist: '%s'".formatted(arn))
                  : ServiceError.client(
                      "StateMachineDoesNotExist",
                      "State Machine Does Not Exist: '%s'".formatted(arn));
          case "lambda" ->
              ServiceError.of(
                  404,
                  "ResourceNotFoundException",
                  "Functions from '%s' are not reachable in this region ('%s')"
                      .formatted(region, caller.region()));
          case "kms" -> ServiceError.client("NotFoundException", "Invalid arn " + region);
          case "dynamodb" ->
              ServiceError.client("ResourceNotFoundException", "Requested resource not found");
          default -> null;
        });
  }

  private static Optional<ServiceError> notOurs(
      String service, String operation, String arn, Caller caller) {
    String who = "arn:%s:iam::%s:%s".formatted(caller.partition(), caller.account(), caller.role());
    return switch (service) {
      case "states", "kms", "dynamodb" ->
          Optional.of(
              ServiceError.client(
                  "AccessDeniedException",
                  "User: %s is not authorized to perform: %s:%s on resource: %s because no"
                          .formatted(who, service, operation, arn)
                      + " resource-based policy allows the %s:%s action"
                          .formatted(service, operation)));
      default -> Optional.empty();
    };
  }
}
