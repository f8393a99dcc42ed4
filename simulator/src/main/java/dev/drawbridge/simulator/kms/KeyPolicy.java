package dev.drawbridge.simulator.kms;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.iam.Authorization;
import dev.drawbridge.simulator.iam.Decision;
import dev.drawbridge.simulator.iam.ResourcePolicy;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policy of a key ("Key policies in AWS KMS", AWS KMS Developer Guide). */
final class KeyPolicy {
  private KeyPolicy() {}

  /**
   * Reads the policy of a new key, whose maker must still be able to use the key.
   *
   * @param document null for KMS's own, which leaves everything to the account's IAM policies
   * @throws ServiceError MalformedPolicyDocumentException
   */
  static ResourcePolicy of(@Nullable String document, Caller caller) {
    ResourcePolicy policy = read(document == null ? standard(caller) : document);
    Authorization asked = Authorization.of("kms:PutKeyPolicy").on("*");
    if (policy.judge(caller.principals(), asked) != Decision.ALLOWED) {
      throw malformed(
          "The new key policy will not allow you to update the key policy in the future.");
    }
    return policy;
  }

  /** Whether a service may use the key for all of these, in the name of one resource. */
  static boolean admits(Key key, String service, List<String> actions, String sourceArn) {
    return actions.stream()
        .map(action -> Authorization.of(action).on(key.arn()))
        .allMatch(asked -> key.policy().admits(service, sourceArn, asked));
  }

  private static String standard(Caller caller) {
    return """
    {"Version":"2012-10-17","Id":"key-default-1","Statement":[{"Effect":"Allow",\
    "Principal":{"AWS":"arn:%s:iam::%s:root"},"Action":"kms:*","Resource":"*"}]}"""
        .formatted(caller.partition(), caller.account());
  }

  private static ResourcePolicy read(String document) {
    try {
      return ResourcePolicy.parse(document);
    } catch (IllegalArgumentException e) {
      throw malformed("The new key policy is not valid: %s".formatted(e.getMessage()));
    }
  }

  private static ServiceError malformed(String message) {
    return ServiceError.client("MalformedPolicyDocumentException", message);
  }
}
