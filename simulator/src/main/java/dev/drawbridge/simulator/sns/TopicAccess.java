package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.iam.Authorization;
import dev.drawbridge.simulator.iam.Decision;
import dev.drawbridge.simulator.iam.ResourcePolicy;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Locale;
import java.util.Set;

/**
 * Who may do what with a topic. The owner's account may unless the topic's policy denies it;
 * another account may only what the policy allows ("Using identity-based policies with Amazon SNS"
 * and "Example cases for access control", Amazon SNS Developer Guide).
 */
final class TopicAccess {
  /** What a topic's policy may speak of ("Access policy language", Amazon SNS Developer Guide). */
  private static final Set<String> ACTIONS =
      Set.of(
          "sns:gettopicattributes",
          "sns:settopicattributes",
          "sns:addpermission",
          "sns:removepermission",
          "sns:deletetopic",
          "sns:subscribe",
          "sns:listsubscriptionsbytopic",
          "sns:publish",
          "sns:receive");

  private TopicAccess() {}

  /** The policy that SNS gives a new topic. */
  static String defaultPolicy(String topicArn, String account) {
    return """
    {"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID",\
    "Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes",\
    "SNS:SetTopicAttributes","SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic",\
    "SNS:Subscribe","SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"%s",\
    "Condition":{"StringEquals":{"AWS:SourceOwner":"%s"}}}]}"""
        .formatted(topicArn, account);
  }

  /**
   * Reads a policy.
   *
   * @throws ServiceError InvalidParameter for one that SNS cannot read
   */
  static ResourcePolicy read(String document) {
    try {
      ResourcePolicy policy = ResourcePolicy.parse(document);
      if (!policy.grants().stream().allMatch(TopicAccess::withinScope)) {
        throw TopicAttributes.invalid("Policy statement action out of service scope!");
      }
      return policy;
    } catch (IllegalArgumentException e) {
      throw ServiceError.client(
          "InvalidParameter", "Invalid parameter: Policy Error: %s".formatted(e.getMessage()));
    }
  }

  /** A wildcard would reach operations that are of no topic, so SNS refuses it, too. */
  private static boolean withinScope(ResourcePolicy.Grant grant) {
    return grant.policy().statements().stream()
        .flatMap(statement -> statement.actions().stream())
        .map(action -> action.toLowerCase(Locale.ROOT))
        .allMatch(ACTIONS::contains);
  }

  /**
   * Refuses whoever is not of the topic's account.
   *
   * @throws ServiceError AuthorizationError (403)
   */
  static void checkOwner(TopicRecord topic, Caller caller) {
    if (!topic.owner().account().equals(caller.account())) {
      throw ServiceError.of(
          403,
          "AuthorizationError",
          "User: %s is not authorized to perform: SNS:Unsubscribe on resource: %s"
              .formatted(caller.sessionArn(), topic.arn()));
    }
  }

  /**
   * Judges a call.
   *
   * @param action for example {@code Publish}
   * @throws ServiceError AuthorizationError (403)
   */
  static void check(TopicRecord topic, String action, Caller caller) {
    boolean own = topic.owner().account().equals(caller.account());
    Authorization asked =
        Authorization.of("SNS:" + action)
            .on(topic.arn())
            .with("AWS:SourceOwner", caller.account())
            .with("aws:SourceAccount", caller.account());
    Decision decision = topic.policy().judge(caller.principals(), asked);
    if (decision == Decision.EXPLICITLY_DENIED || (!own && decision == Decision.DENIED)) {
      throw ServiceError.of(
          403,
          "AuthorizationError",
          "User: %s is not authorized to perform: SNS:%s on resource: %s %s"
              .formatted(
                  caller.sessionArn(),
                  action,
                  topic.arn(),
                  decision == Decision.DENIED
                      ? "because no resource-based policy allows the SNS:%s action"
                          .formatted(action)
                      : "with an explicit deny in a resource-based policy"));
    }
  }

  /**
   * Whether a service may publish. That the policy of a new topic lets services in that publish for
   * the topic's account is UNCONFIRMED.
   */
  static boolean admits(TopicRecord topic, Publisher publisher) {
    Authorization asked =
        Authorization.of("SNS:Publish")
            .on(topic.arn())
            .with("AWS:SourceOwner", publisher.account());
    return topic.policy().admits(publisher.service(), publisher.sourceArn(), asked);
  }
}
