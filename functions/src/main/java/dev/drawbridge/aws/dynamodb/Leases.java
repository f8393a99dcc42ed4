package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.model.Lease;
import java.time.Instant;
import java.util.Optional;

/** One item per database while a run of refresh-targets works on it. */
public final class Leases {
  private final Table table;

  public Leases(Table table) {
    this.table = table;
  }

  /** Writes the lease if there is none. Returns the lease that is there now, ours or another's. */
  public Lease acquire(Lease wanted) {
    return switch (table.putIf(item(wanted), Condition.absent())) {
      case Table.Outcome.Written written -> wanted;
      case Table.Outcome.Refused refused -> refused.item().map(Leases::lease).orElse(wanted);
    };
  }

  /** Takes over a lease that is void. False if somebody else was faster. */
  public boolean replace(Lease held, Lease next) {
    Condition unchanged = Condition.present().andEquals("executionArn", held.executionArn());
    return table.putIf(item(next), unchanged) instanceof Table.Outcome.Written;
  }

  /**
   * Leaves a mark for the run that holds the lease. Returns that lease, or nothing if no run holds
   * it: a run lets go only if it has seen the last mark, so a mark is never lost.
   */
  public Optional<Lease> request(String databaseName, String mark) {
    Item change = Item.empty().with("requested", mark);
    return switch (table.setIf(key(databaseName), change, Condition.present())) {
      case Table.Outcome.Written written -> Optional.of(lease(written.item()));
      case Table.Outcome.Refused refused -> Optional.empty();
    };
  }

  /** Lets go, unless somebody has left a mark since {@code seen}. True if the lease is gone. */
  public boolean release(String databaseName, String executionArn, String seen) {
    return table.deleteIf(key(databaseName), mine(executionArn).andEquals("requested", seen));
  }

  /** Lets go whatever has been requested: the run has failed. True if the lease was ours. */
  public boolean abandon(String databaseName, String executionArn) {
    return table.deleteIf(key(databaseName), mine(executionArn));
  }

  public Optional<Lease> find(String databaseName) {
    return table.get(key(databaseName)).map(Leases::lease);
  }

  private static Condition mine(String executionArn) {
    return Condition.present().andEquals("executionArn", executionArn);
  }

  private static Item key(String databaseName) {
    return Item.key("database#" + databaseName, "lease");
  }

  private static Item item(Lease lease) {
    return key(lease.databaseName())
        .with("databaseIdentifier", lease.databaseName())
        .with("executionArn", lease.executionArn())
        .with("expiresAt", lease.expiresAt().toString())
        .with("requested", lease.requested());
  }

  private static Lease lease(Item item) {
    return new Lease(
        item.text("databaseIdentifier"),
        item.text("executionArn"),
        Instant.parse(item.text("expiresAt")),
        item.text("requested"));
  }
}
