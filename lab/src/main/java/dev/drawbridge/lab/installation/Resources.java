package dev.drawbridge.lab.installation;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.runtime.Settings;
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
record Resources(String table, String keyArn, String connectionsTopic, String peopleTopic) {
  private static final String TABLE_NAME = "drawbridge";

  static Resources create(Clients deployer) {
    deployer
        .dynamoDb()
        .createTable(
            r ->
                r.tableName(TABLE_NAME)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attribute("pk"), attribute("sk"))
                    .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    return new Resources(
        TABLE_NAME,
        deployer.kms().createKey(r -> r.description("Task tokens")).keyMetadata().arn(),
        deployer.sns().createTopic(r -> r.name("drawbridge-connections")).topicArn(),
        deployer.sns().createTopic(r -> r.name("drawbridge-people")).topicArn());
  }

  Map<String, String> variables(String refreshStateMachine, List<String> warmFunctions) {
    return Map.of(
        Settings.TABLE, table,
        Settings.KEY, keyArn,
        Settings.CONNECTIONS_TOPIC, connectionsTopic,
        Settings.PEOPLE_TOPIC, peopleTopic,
        Settings.REFRESH_STATE_MACHINE, refreshStateMachine,
        Settings.WARM_FUNCTIONS, String.join(",", warmFunctions));
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
