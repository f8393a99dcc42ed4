package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.error.NotReady;
import dev.drawbridge.plan.Budget;
import dev.drawbridge.plan.Lane;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * The budgets of the account for calls to load balancers and RDS, shared by all runs in the order
 * of their lanes. An item a budget holds when all calls that were taken would have been made.
 */
public final class Turns {
  static final String TURNS = "turns";
  private static final String TAKEN = "takenUntil";

  /** Whoever loses so often has many beside him, and comes again. */
  private static final int TRIES = 6;

  private final Table table;
  private final InstantSource clock;

  /** What was seen or written last, by budget: a worker's calls often follow each other. */
  private final Map<Budget, Long> last = new ConcurrentHashMap<>();

  public Turns(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Takes a call, as {@link #take(Lane, int)} takes some. */
  public boolean take(Lane lane) {
    return take(lane, 1);
  }

  /**
   * Takes some calls at once. False if it is not the lane's turn, or if DynamoDB throttles the one
   * item that everybody writes: then many are before us, as where the race for it is lost. Calls:
   * none if it was not when this environment last asked, and would not be yet; 1 while nothing is
   * taken ahead of the time, or nobody has taken any since this environment did; else 1 to see what
   * is taken, 1 to take more, and 1 for each lost race.
   */
  public boolean take(Lane lane, int calls) {
    return take(lane, calls, true);
  }

  /**
   * Takes another call for whoever had his turn and has begun: he pays, but gives way to nobody,
   * who would have to begin anew.
   *
   * @throws NotReady if that cannot be written
   */
  public void goOn(Lane lane) {
    if (!take(lane, 1, false)) {
      throw new NotReady(lane.waits());
    }
  }

  private boolean take(Lane lane, int calls, boolean givesWay) {
    try {
      return add(lane, calls, givesWay);
    } catch (DynamoDbException refused) {
      if (refused.isThrottlingException()) {
        return false;
      }
      throw refused;
    }
  }

  private boolean add(Lane lane, int calls, boolean givesWay) {
    long now = clock.instant().toEpochMilli();
    long until = last.getOrDefault(lane.budget(), 0L);
    if (givesWay && !lane.goes(until, now)) {
      return false; // what others have taken since is more
    }
    boolean ahead = until >= now;
    Condition condition =
        Condition.present().and(TAKEN, ahead ? "=" : "<", number(ahead ? until : now));
    for (int i = 0; i < TRIES; i++) {
      long next = lane.budget().more(calls, until, now);
      if (!(table.setIf(key(lane), Item.empty().with(TAKEN, next), condition)
          instanceof Table.Outcome.Refused refused)) {
        last.merge(lane.budget(), next, Math::max);
        return true;
      }
      now = clock.instant().toEpochMilli();
      until = refused.item().map(item -> item.number(TAKEN)).orElse(0L);
      if (givesWay && !lane.goes(until, now)) {
        last.merge(lane.budget(), until, Math::max);
        return false;
      }
      condition =
          refused.item().isEmpty()
              ? Condition.absent()
              : Condition.present().and(TAKEN, "=", number(until));
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
      throw new NotReady(lane.waits());
    }
  }

  /** Nobody's turn. Calls: 1. */
  public void prime() {
    table.get(Item.key(TURNS, "nobody's"));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(String.valueOf(value));
  }

  private static Item key(Lane lane) {
    return Item.key(TURNS, lane.budget().name().toLowerCase(Locale.ROOT));
  }
}
