package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import java.time.Duration;

/**
 * DynamoDB's delays and limits.
 *
 * @param ttlDeletion from an item's expiry until it is deleted; until then reads still return it
 * @param itemSize the most bytes an item may have
 * @param transactionItems the most actions of one transaction
 */
public record DynamoDbSettings(
    @Published(
            "\"within a few days of their expiration\" (DynamoDB developer guide, Using time to"
                + " live)")
        @Unconfirmed("that two days are the few")
        Duration ttlDeletion,
    @Published("400 KB (DynamoDB developer guide, Quotas)") int itemSize,
    @Published("100 (DynamoDB developer guide, Quotas)") int transactionItems) {

  /** What AWS publishes. */
  public static DynamoDbSettings published() {
    return new DynamoDbSettings(Duration.ofDays(2), 400 * 1024, 100);
  }
}
