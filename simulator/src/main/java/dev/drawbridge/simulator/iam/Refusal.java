package dev.drawbridge.simulator.iam;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.ServiceError;

/**
 * How each service says no: the sentence of "Troubleshoot access denied error messages" (IAM User
 * Guide), under the code that its users report.
 */
final class Refusal {
  private Refusal() {}

  static ServiceError of(Service service, Caller caller, Authorization asked, Decision decision) {
    String text = text(caller, asked, decision);
    return switch (service.protocol()) {
      // What follows the sentence only sts:DecodeAuthorizationMessage can read.
      case EC2 ->
          ServiceError.of(
              403,
              "UnauthorizedOperation",
              "You are not authorized to perform this operation. %s. Encoded authorization failure message: %s"
                  .formatted(text, "AQ".repeat(64)));
      case QUERY -> service.signingName().equals("sns") ? sns(asked, text) : denied(text);
      case JSON_1_0, JSON_1_1, RPC_V2_CBOR -> ServiceError.client("AccessDeniedException", text);
      case REST_JSON -> ServiceError.of(403, "AccessDeniedException", text);
    };
  }

  /** The sentence itself. */
  static String text(Caller caller, Authorization asked, Decision decision) {
    String resource = asked.resource().equals("*") ? "" : " on resource: " + asked.resource();
    String why =
        decision == Decision.EXPLICITLY_DENIED
            ? "with an explicit deny in an identity-based policy"
            : "because no identity-based policy allows the %s action".formatted(asked.action());
    return "User: %s is not authorized to perform: %s%s %s"
        .formatted(principal(caller), asked.action(), resource, why);
  }

  private static ServiceError denied(String text) {
    return ServiceError.of(403, "AccessDenied", text);
  }

  /** SNS spells its own name in capitals, and has a code of its own for the key of a topic. */
  private static ServiceError sns(Authorization asked, String text) {
    return asked.action().startsWith("kms:")
        ? ServiceError.client("KMSAccessDenied", text)
        : ServiceError.of(403, "AuthorizationError", text.replace("sns:Publish", "SNS:Publish"));
  }

  /** Lambda names the session after the function, whose role here bears the same name. */
  private static String principal(Caller caller) {
    return "arn:%s:sts::%s:assumed-role/%s/%s"
        .formatted(caller.partition(), caller.account(), caller.role(), caller.role());
  }
}
