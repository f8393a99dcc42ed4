package dev.drawbridge.aws.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which database a blue/green switchover has put in the place of which, by resource id, as AWS told
 * when it was over: later both deployment and predecessor may have been deleted.
 */
public final class Switchovers {
  private static final String PARTITION = "switchover#";

  /** Longer than any database stays unseen; the exposure's record knows the new one by then. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final Table table;

  public Switchovers(Table table) {
    this.table = table;
  }

  public void put(String databaseArn, String fromResourceId, String toResourceId, Instant at) {
    table.put(
        key(databaseArn, fromResourceId)
            .with("toResourceId", toResourceId)
            .with("at", at.toString())
            .with("expiresAt", at.plus(KEPT).getEpochSecond()));
  }

  /** What took the place of that one under this ARN; empty if AWS has not told of it. */
  public Optional<String> successor(String databaseArn, String fromResourceId) {
    return table.get(key(databaseArn, fromResourceId)).map(item -> item.text("toResourceId"));
  }

  private static Item key(String databaseArn, String fromResourceId) {
    return Item.key(PARTITION + databaseArn, fromResourceId);
  }
}
