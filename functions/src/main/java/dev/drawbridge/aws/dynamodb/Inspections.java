package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.model.InspectionRecord;
import java.time.Instant;
import java.util.Optional;

/** What looks have found, one item a database. One partition holds them all, for the sweep. */
public final class Inspections {
  private static final String PARTITION = "inspection";
  private static final String DUE_AT = "dueAt";

  private final Table table;

  public Inspections(Table table) {
    this.table = table;
  }

  /**
   * All that there are, by the ARNs of their databases; one that cannot be read spoils no other.
   */
  public ItemsRead<InspectionRecord> all() {
    return ItemsRead.of(table.query(PARTITION), Inspections::record);
  }

  public Optional<InspectionRecord> find(String databaseArn) {
    return table.get(key(databaseArn)).map(item -> item.read(Inspections::record));
  }

  /**
   * Writes what was made of the version that was read. Whoever has hastened the path since the look
   * began is not answered by it: the next minute's look is.
   *
   * @param began before anything was read of the path
   * @return as it is kept; empty if another look has written since, which is no failure
   */
  public Optional<InspectionRecord> put(InspectionRecord changed, Instant began) {
    InspectionRecord next = changed.next();
    long start = began.toEpochMilli();
    Optional<Item> refusing = put(item(next), unchanged(changed).andAbsentOrBelow(DUE_AT, start));
    Optional<Long> due = refusing.flatMap(there -> there.optionalNumber(DUE_AT));
    if (due.isPresent()) {
      refusing = put(item(next).with(DUE_AT, due.get()), unchanged(changed));
    }
    return refusing.isPresent() ? Optional.empty() : Optional.of(next);
  }

  private static Condition unchanged(InspectionRecord changed) {
    return Condition.unchanged(changed.version());
  }

  /** Empty if it was written; else what is there, if only nothing. */
  private Optional<Item> put(Item item, Condition condition) {
    return table.putIf(item, condition) instanceof Table.Outcome.Refused refused
        ? Optional.of(refused.item().orElse(Item.empty()))
        : Optional.empty();
  }

  /**
   * Has the path looked at in the next minute, if any look has seen it. Beside the record, so that
   * it is no write between a look and what that keeps; a look that began before it keeps it.
   */
  public void hasten(String databaseArn, Instant now) {
    Item due = Item.empty().with(DUE_AT, now.toEpochMilli());
    table.setIf(key(databaseArn), due, Condition.present());
  }

  /** Throws an item away that nobody can read, so that the next look starts afresh. */
  public void drop(String databaseArn) {
    table.deleteIf(key(databaseArn), Condition.present());
  }

  /** Forgets a database that has no path any more. */
  public void forget(InspectionRecord held) {
    table.deleteIf(key(held.databaseArn()), Condition.present().andVersion(held.version()));
  }

  private static Item key(String databaseArn) {
    return Item.key(PARTITION, databaseArn);
  }

  private static Item item(InspectionRecord held) {
    return Document.item(key(held.databaseArn()), held.version(), held);
  }

  private static InspectionRecord record(Item item) {
    InspectionRecord held = Document.of(item, InspectionRecord.class);
    return item.optionalNumber(DUE_AT).map(Instant::ofEpochMilli).map(held::dueAt).orElse(held);
  }
}
