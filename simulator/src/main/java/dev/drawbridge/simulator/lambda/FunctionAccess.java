package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.iam.Authorization;
import dev.drawbridge.simulator.iam.Decision;
import dev.drawbridge.simulator.iam.ResourcePolicy;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;

/**
 * What another account may do with a function: only what the function's policy allows, whether or
 * not the function exists ("Granting Lambda function access to other accounts", AWS Lambda
 * Developer Guide).
 */
final class FunctionAccess {
  private FunctionAccess() {}

  /**
   * Judges a call.
   *
   * @param action for example {@code InvokeFunction}
   * @throws ServiceError AccessDeniedException (403)
   */
  static void check(
      FunctionName named, Optional<FunctionEntry> entry, String action, Caller caller) {
    Authorization asked = Authorization.of("lambda:" + action).on(named.invokedArn());
    boolean allowed =
        named.account().equals(caller.account())
            || entry
                .filter(each -> !each.permissions().isEmpty())
                .map(FunctionAccess::policy)
                .filter(policy -> policy.judge(caller.principals(), asked) == Decision.ALLOWED)
                .isPresent();
    if (!allowed) {
      throw ServiceError.of(
          403,
          "AccessDeniedException",
          "User: %s is not authorized to perform: lambda:%s on resource: %s because no"
                  .formatted(caller.sessionArn(), action, named.invokedArn())
              + " resource-based policy allows the lambda:%s action".formatted(action));
    }
  }

  static ResourcePolicy policy(FunctionEntry entry) {
    return ResourcePolicy.parse(
        "{\"Statement\":[%s]}".formatted(String.join(",", entry.permissions().values())));
  }
}
