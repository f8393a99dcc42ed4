package dev.drawbridge.simulator.dynamodb;

import java.time.Duration;

/**
 * DynamoDB's delays and limits.
 *
 * @param ttlDeletion from an item's expiry until it is deleted; until then reads still return it
 * @param itemSize the most bytes an item may have
 * @param transactionItems the most actions of one transaction
 */
public record DynamoDbSettings(Duration ttlDeletion, int itemSize, int transactionItems) {

  /**
   * TTL: "within a few days of their expiration" (DynamoDB developer guide, "Using time to live");
   * two days here, UNCONFIRMED. Item size 400 KB and 100 actions (same guide, "Quotas").
   */
  public static DynamoDbSettings published() {
    return new DynamoDbSettings(Duration.ofDays(2), 400 * 1024, 100);
  }
}
