package dev.drawbridge.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;

/**
 * Two encrypted topics: notices of endpoint connections, which AWS PrivateLink publishes and a
 * worker reads, and messages to people, which workers and alarms publish.
 */
final class Topics {
  /** What publishing to an encrypted topic takes ("Key management", Amazon SNS Developer Guide). */
  static final List<String> PUBLISHERS_KEY_ACTIONS = List.of("kms:GenerateDataKey", "kms:Decrypt");

  private static final ServicePrincipal PRIVATELINK = new ServicePrincipal("vpce.amazonaws.com");
  private static final ServicePrincipal CLOUDWATCH =
      new ServicePrincipal("cloudwatch.amazonaws.com");

  private final IKey key;
  private final Topic connections;
  private final Topic people;

  Topics(Stack stack, LandingZone zone) {
    ResourceNames names = zone.names();
    key =
        zone.topicKey()
            .<IKey>map(arn -> Key.fromKeyArn(stack, "TopicKey", arn))
            .orElseGet(() -> key(stack));
    connections =
        topic(
            stack,
            "ConnectionsTopic",
            names.connectionsTopic(),
            "Drawbridge: endpoint connection notices");
    people = topic(stack, "PeopleTopic", names.peopleTopic(), "Drawbridge: messages to people");

    String services = sources(stack, "ec2", "vpc-endpoint-service", ArnFormat.SLASH_RESOURCE_NAME);
    String alarms = sources(stack, "cloudwatch", "alarm", ArnFormat.COLON_RESOURCE_NAME);
    letPublish(stack, PRIVATELINK, services, connections);
    letPublish(stack, CLOUDWATCH, alarms, people);
    zone.mails().forEach(mail -> people.addSubscription(new EmailSubscription(mail)));
  }

  Topic connections() {
    return connections;
  }

  Topic people() {
    return people;
  }

  IKey key() {
    return key;
  }

  private static Key key(Stack stack) {
    return Key.Builder.create(stack, "TopicKey")
        .description("Encrypts the messages of Drawbridge's topics")
        .enableKeyRotation(true)
        .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
        .build();
  }

  private Topic topic(Stack stack, String id, String name, String displayName) {
    return Topic.Builder.create(stack, id)
        .topicName(name)
        .displayName(displayName)
        .masterKey(key)
        .enforceSsl(true)
        .build();
  }

  /** Without the key's own policy the service could publish, but SNS could not encrypt for it. */
  private void letPublish(Stack stack, ServicePrincipal service, String sources, Topic topic) {
    key.addToResourcePolicy(allow(stack, service, sources, PUBLISHERS_KEY_ACTIONS, "*"));
    topic.addToResourcePolicy(
        allow(stack, service, sources, List.of("sns:Publish"), topic.getTopicArn()));
  }

  /**
   * Only for our own resources: any account's reach the same principal ("Create a notification for
   * endpoint service events", AWS PrivateLink Guide; "Key management", Amazon SNS Developer Guide).
   */
  private static PolicyStatement allow(
      Stack stack,
      ServicePrincipal service,
      String sources,
      List<String> actions,
      String resource) {
    return PolicyStatement.Builder.create()
        .effect(Effect.ALLOW)
        .principals(List.of(service))
        .actions(actions)
        .resources(List.of(resource))
        .conditions(
            Map.of(
                "StringEquals", Map.of("aws:SourceAccount", stack.getAccount()),
                "ArnLike", Map.of("aws:SourceArn", sources)))
        .build();
  }

  private static String sources(Stack stack, String service, String resource, ArnFormat format) {
    return stack.formatArn(
        ArnComponents.builder()
            .service(service)
            .resource(resource)
            .resourceName("*")
            .arnFormat(format)
            .build());
  }
}
