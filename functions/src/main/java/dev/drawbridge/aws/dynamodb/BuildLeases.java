package dev.drawbridge.aws.dynamodb;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item per database while an execution changes what carries its connections: builds it, takes
 * it down, or changes who may reach it. A refresh of targets has a lease of its own.
 */
public final class BuildLeases {
  private final Table table;

  public BuildLeases(Table table) {
    this.table = table;
  }

  /**
   * Whose a lease is.
   *
   * @param since when it was taken; null in what an earlier release wrote
   */
  public record Holder(String executionArn, @Nullable Instant since) {}

  /** How a lease is held. */
  public enum Held {
    /** By this call: who made it lets go. */
    NOW,
    /** By this execution already: an earlier state of it lets go. */
    BEFORE,
    /** By another execution: come again. */
    ELSEWHERE
  }

  /**
   * Takes the lease if nobody has it, or if who had it has run over time.
   *
   * @param until when it is void by itself: an execution can die without letting go
   */
  public Held acquire(String databaseArn, String executionArn, Instant now, Instant until) {
    Item wanted =
        key(databaseArn)
            .with("executionArn", executionArn)
            .with("since", now.toEpochMilli())
            .with("until", until.toEpochMilli())
            .with("expiresAt", until.getEpochSecond());
    return switch (table.putIf(wanted, Condition.absent())) {
      case Table.Outcome.Written written -> Held.NOW;
      case Table.Outcome.Refused refused ->
          refused
              .item()
              .filter(item -> item.number("until") > now.toEpochMilli())
              .map(
                  item ->
                      holder(item).executionArn().equals(executionArn)
                          ? Held.BEFORE
                          : Held.ELSEWHERE)
              .orElseGet(() -> takeOver(wanted, now));
    };
  }

  /** The execution that has the lease, over time or not. */
  public Optional<Holder> holder(String databaseArn) {
    return table.get(key(databaseArn)).map(BuildLeases::holder);
  }

  /** Lets go. Does nothing if the lease is another's by now. */
  public void release(String databaseArn, String executionArn) {
    table.deleteIf(key(databaseArn), Condition.present().andEquals("executionArn", executionArn));
  }

  private Held takeOver(Item wanted, Instant now) {
    Condition overTime =
        Condition.present()
            .and("until", "<=", AttributeValue.fromN(String.valueOf(now.toEpochMilli())));
    return table.putIf(wanted, overTime) instanceof Table.Outcome.Written
        ? Held.NOW
        : Held.ELSEWHERE;
  }

  private static Holder holder(Item item) {
    // An earlier release did not say.
    return new Holder(
        item.text("executionArn"),
        item.optionalNumber("since").map(Instant::ofEpochMilli).orElse(null));
  }

  private static Item key(String databaseArn) {
    return Item.key("lease#" + databaseArn, "build");
  }
}
