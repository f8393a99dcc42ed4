package dev.drawbridge.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.IKey;
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
  private final IKey tokenKey;

  Storage(Construct scope, LandingZone zone) {
    tokenKey =
        zone.tokenKey()
            .<IKey>map(arn -> Key.fromKeyArn(scope, "TokenKey", arn))
            .orElseGet(() -> tokenKey(scope));
    table =
        Table.Builder.create(scope, "Table")
            .tableName(zone.names().table())
            .partitionKey(text("pk"))
            .sortKey(text("sk"))
            .timeToLiveAttribute("expiresAt")
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .encryption(TableEncryption.AWS_MANAGED)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            // Off at first: CloudFormation could not take back a first deployment that failed.
            .deletionProtection(zone.deletionProtection())
            // It says who approved what: it outlives the stack, but for one that never came to be.
            .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
            .build();
  }

  private static Key tokenKey(Construct scope) {
    return Key.Builder.create(scope, "TokenKey")
        .description("Seals the task tokens of waiting Drawbridge executions")
        .enableKeyRotation(true)
        .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
        .build();
  }

  Table table() {
    return table;
  }

  IKey tokenKey() {
    return tokenKey;
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
