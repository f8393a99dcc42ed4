package dev.drawbridge.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;

/**
 * Two encrypted topics: notices of endpoint connections, which AWS PrivateLink publishes and a
 * worker reads, and messages to people, which workers publish.
 */
final class Topics {
  /** What publishing to an encrypted topic takes ("Key management", Amazon SNS Developer Guide). */
  static final List<String> PUBLISHERS_KEY_ACTIONS = List.of("kms:GenerateDataKey", "kms:Decrypt");

  private static final ServicePrincipal PRIVATELINK = new ServicePrincipal("vpce.amazonaws.com");

  private final Key key;
  private final Topic connections;
  private final Topic people;

  Topics(Stack stack) {
    key =
        Key.Builder.create(stack, "TopicKey")
            .description("Encrypts the messages of Drawbridge's topics")
            .enableKeyRotation(true)
            .build();
    connections = topic(stack, "ConnectionsTopic", "Drawbridge: endpoint connection notices");
    people = topic(stack, "PeopleTopic", "Drawbridge: messages to people");

    // Without the key's own policy AWS PrivateLink could publish, but SNS could not encrypt for it.
    key.addToResourcePolicy(privateLink(stack, PUBLISHERS_KEY_ACTIONS, "*"));
    connections.addToResourcePolicy(
        privateLink(stack, List.of("sns:Publish"), connections.getTopicArn()));
  }

  Topic connections() {
    return connections;
  }

  Topic people() {
    return people;
  }

  Key key() {
    return key;
  }

  private Topic topic(Stack stack, String id, String name) {
    return Topic.Builder.create(stack, id)
        .displayName(name)
        .masterKey(key)
        .enforceSsl(true)
        .build();
  }

  /**
   * Only for our own endpoint services: any account's services reach the same principal ("Create a
   * notification for endpoint service events", AWS PrivateLink Guide).
   */
  private static PolicyStatement privateLink(Stack stack, List<String> actions, String resource) {
    String services =
        stack.formatArn(
            ArnComponents.builder()
                .service("ec2")
                .resource("vpc-endpoint-service")
                .resourceName("*")
                .build());
    return PolicyStatement.Builder.create()
        .effect(Effect.ALLOW)
        .principals(List.of(PRIVATELINK))
        .actions(actions)
        .resources(List.of(resource))
        .conditions(
            Map.of(
                "StringEquals", Map.of("aws:SourceAccount", stack.getAccount()),
                "ArnLike", Map.of("aws:SourceArn", services)))
        .build();
  }
}
