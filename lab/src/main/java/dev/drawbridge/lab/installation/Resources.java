package dev.drawbridge.lab.installation;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.plan.Names;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.simulator.call.Caller;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * What workers keep state in and publish to.
 *
 * @param table the table's name
 */
record Resources(
    String table, String keyArn, String topicKeyArn, String connectionsTopic, String peopleTopic) {
  private static final String TABLE_NAME = "drawbridge";

  static Resources create(Clients deployer, Caller owner) {
    deployer
        .dynamoDb()
        .createTable(
            r ->
                r.tableName(TABLE_NAME)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attribute("pk"), attribute("sk"))
                    .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    String topicKey =
        deployer
            .kms()
            .createKey(r -> r.description("Topics").policy(topicKeyPolicy(owner)))
            .keyMetadata()
            .arn();
    return new Resources(
        TABLE_NAME,
        key(deployer, "Task tokens"),
        topicKey,
        topic(deployer, "drawbridge-connections", topicKey),
        topic(deployer, "drawbridge-people", topicKey));
  }

  /** What the placeholders in the statements of roles stand for. */
  Map<String, String> placeholders(Caller owner) {
    return Map.of(
        "AWS::Partition",
        owner.partition(),
        "AWS::Region",
        owner.region(),
        "AWS::AccountId",
        owner.account(),
        "Prefix",
        "",
        "Installation",
        Names.PREFIX,
        "Table",
        owner.arn("dynamodb", "table/" + table),
        "TokenKey",
        keyArn,
        "TopicKey",
        topicKeyArn,
        "PeopleTopic",
        peopleTopic);
  }

  private static String key(Clients deployer, String description) {
    return deployer.kms().createKey(r -> r.description(description)).keyMetadata().arn();
  }

  /** As CDK deploys it: the account by its own policies, and PrivateLink for our services. */
  private static String topicKeyPolicy(Caller owner) {
    return """
    {"Version":"2012-10-17","Statement":[
      {"Effect":"Allow","Principal":{"AWS":"arn:%1$s:iam::%2$s:root"},"Action":"kms:*","Resource":"*"},
      {"Effect":"Allow","Principal":{"Service":"vpce.amazonaws.com"},"Resource":"*",
       "Action":["kms:GenerateDataKey*","kms:Decrypt"],
       "Condition":{"StringEquals":{"aws:SourceAccount":"%2$s"},"ArnLike":{"aws:SourceArn":"%3$s"}}}]}"""
        .formatted(owner.partition(), owner.account(), owner.arn("ec2", "vpc-endpoint-service/*"));
  }

  private static String topic(Clients deployer, String name, String key) {
    Map<String, String> encrypted = Map.of("KmsMasterKeyId", key);
    return deployer.sns().createTopic(r -> r.name(name).attributes(encrypted)).topicArn();
  }

  /** Whoever installs a lab knows of MySQL's habit of blocking hosts. */
  private static final String EXPOSURE_DEFAULTS = "{\"acceptHostBlockRisk\":true}";

  Map<String, String> variables(
      String refreshStateMachine,
      String onboardingStateMachine,
      String offboardingStateMachine,
      List<String> warmFunctions) {
    return Map.ofEntries(
        Map.entry(Settings.TABLE, table),
        Map.entry(Settings.KEY, keyArn),
        Map.entry(Settings.CONNECTIONS_TOPIC, connectionsTopic),
        Map.entry(Settings.PEOPLE_TOPIC, peopleTopic),
        Map.entry(Settings.MAILS, "0"),
        Map.entry(Settings.REFRESH_STATE_MACHINE, refreshStateMachine),
        Map.entry(Settings.ONBOARDING_STATE_MACHINE, onboardingStateMachine),
        Map.entry(Settings.OFFBOARDING_STATE_MACHINE, offboardingStateMachine),
        Map.entry(Settings.OPERATORS, "role/" + People.OPERATORS + " group:owners"),
        Map.entry(Settings.APPROVERS, "role/" + People.APPROVERS + " group:approvers"),
        Map.entry(Settings.QUORUM, "1"),
        Map.entry(Settings.QUOTAS, "endpointServices=200"),
        Map.entry(Settings.EXPOSURE_DEFAULTS, EXPOSURE_DEFAULTS),
        Map.entry(Settings.WARM_FUNCTIONS, String.join(",", warmFunctions)));
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
