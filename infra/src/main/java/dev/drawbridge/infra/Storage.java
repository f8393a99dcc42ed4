package dev.drawbridge.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * What AWS has no place for: claims, leases, sealed task tokens and decisions.
 *
 * <p>The table is encrypted with AWS's key for DynamoDB, the tokens in it with a key of their own,
 * so that the right to read the table is not the right to open a token.
 */
final class Storage {
  private final Table table;
  private final Key tokenKey;

  Storage(Construct scope, ResourceNames names) {
    tokenKey =
        Key.Builder.create(scope, "TokenKey")
            .description("Seals the task tokens of waiting Drawbridge executions")
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    table =
        Table.Builder.create(scope, "Table")
            .tableName(names.table())
            .partitionKey(text("pk"))
            .sortKey(text("sk"))
            .timeToLiveAttribute("expiresAt")
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .encryption(TableEncryption.AWS_MANAGED)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .deletionProtection(true)
            // It says who approved what: it outlives the stack.
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
  }

  Table table() {
    return table;
  }

  Key tokenKey() {
    return tokenKey;
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
