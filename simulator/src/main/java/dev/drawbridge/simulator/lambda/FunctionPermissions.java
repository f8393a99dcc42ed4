package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.delivery.Message;
import dev.drawbridge.simulator.delivery.Target;
import dev.drawbridge.simulator.iam.Authorization;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;

/**
 * Which services may invoke a function. They are let in by its policy alone, also for the
 * function's own account ("Granting Lambda function access to AWS services", AWS Lambda Developer
 * Guide).
 */
public final class FunctionPermissions {
  private static final String INVOKE = "lambda:InvokeFunction";

  private final FunctionEntries entries;

  FunctionPermissions(FunctionEntries entries) {
    this.entries = entries;
  }

  /**
   * Lets a service invoke a function for one source, as whoever deploys a trigger does.
   *
   * @param functionArn of the version or alias that the trigger invokes
   * @param service its principal, for example {@code events.amazonaws.com}
   * @param sourceArn the rule or topic, whose name becomes the statement's; one that is there stays
   * @throws ServiceError ResourceNotFoundException (404)
   */
  public void allow(String functionArn, String service, String sourceArn) {
    String[] parts = functionArn.split(":", -1);
    Caller owner = new Caller(parts[4], parts[3], "root");
    FunctionEntry entry = entries.get(FunctionName.parse(owner, functionArn));
    String name = sourceArn.replaceFirst(".*[:/]", "");
    if (!entry.permissions().containsKey(name)) {
      new AddPermission(entries)
          .handle(
              AddPermissionRequest.builder()
                  .functionName(functionArn)
                  .statementId(name)
                  .action(INVOKE)
                  .principal(service)
                  .sourceArn(sourceArn)
                  .build(),
              owner);
    }
  }

  /**
   * Judges the service that sends a message; a function that is not there is another's to refuse.
   *
   * @throws Target.Refused for good, since trying again does not help
   */
  void check(FunctionName named, Message message) {
    Authorization asked = Authorization.of(INVOKE).on(named.invokedArn());
    boolean refused =
        entries
            .find(named.arn())
            .map(FunctionAccess::policy)
            .filter(policy -> !policy.admits(message.sender(), message.sourceArn(), asked))
            .isPresent();
    if (refused) {
      throw Target.Refused.forGood(
          "AccessDeniedException: User: %s is not authorized to perform: %s on resource: %s"
                  .formatted(message.sender(), INVOKE, named.invokedArn())
              + " because no resource-based policy allows the %s action".formatted(INVOKE));
    }
  }
}
