package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.error.NotReady;
import dev.drawbridge.plan.Lane;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The one budget of the account for calls that register and deregister targets, shared by all runs
 * in the order of their lanes. One item holds when all calls that were taken would have been made.
 */
public final class Turns {
  private static final String TAKEN = "takenUntil";

  /** Whoever loses so often has many beside him, and comes again. */
  private static final int TRIES = 6;

  private final Table table;
  private final InstantSource clock;

  public Turns(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Takes a call. False if it is not the lane's turn. Calls: 2, and 2 more for each lost race. */
  public boolean take(Lane lane) {
    for (int i = 0; i < TRIES; i++) {
      Instant now = clock.instant();
      Optional<Item> known = table.get(key());
      long until = known.map(item -> item.number(TAKEN)).orElse(0L);
      if (!lane.goes(until, now.toEpochMilli())) {
        return false;
      }
      Condition unchanged =
          known.isEmpty()
              ? Condition.absent()
              : Condition.present().and(TAKEN, "=", AttributeValue.fromN(String.valueOf(until)));
      Item next = Item.empty().with(TAKEN, Lane.oneMore(until, now.toEpochMilli()));
      if (table.setIf(key(), next, unchanged) instanceof Table.Outcome.Written) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes a call.
   *
   * @throws NotReady if it is not the lane's turn
   */
  public void require(Lane lane) {
    if (!take(lane)) {
      throw new NotReady("others register targets first: not the turn of %s yet".formatted(lane));
    }
  }

  private static Item key() {
    return Item.key("turns", "registrations");
  }
}
