package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.identity.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who has ordered which change through the API, one item a run: kept apart from the run, so that
 * nobody who can start one can say in whose name.
 */
public final class OwnersOrders {
  /** As long as an execution may run. */
  private static final Duration KEPT = Duration.ofDays(366);

  private final Table table;

  public OwnersOrders(Table table) {
    this.table = table;
  }

  /**
   * Puts an order on record, before its run is started.
   *
   * @param executionName of the run, random in part
   * @param digest of what is ordered
   */
  public void put(String executionName, String digest, Identity by, Instant now) {
    table.put(
        key(executionName)
            .with("digest", digest)
            .with("by", Text.of(List.of(by)))
            .with("expiresAt", now.plus(KEPT).getEpochSecond()));
  }

  /**
   * Who has ordered what a run does. Empty for a run that the API did not start, and for another
   * order under the name of one.
   */
  public Optional<Identity> find(String executionName, String digest) {
    return table
        .get(key(executionName))
        .filter(item -> item.text("digest").equals(digest))
        .map(item -> Text.list(item.text("by"), Identity.class).getFirst());
  }

  private static Item key(String executionName) {
    return Item.key("order#" + executionName, "order");
  }
}
