package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.Exposure;
import java.util.Optional;

/** One item per exposed database, and one for each of its instances that names the database. */
public final class Exposures {
  /** What no database is called. */
  public static final String NEVER = "0";

  private static final String SORT_KEY = "exposure";
  private static final String PART = "part";

  private final Table table;

  public Exposures(Table table) {
    this.table = table;
  }

  public Optional<Exposure> find(String databaseArn) {
    return table.get(key(databaseArn)).map(item -> item.read(Exposures::exposure));
  }

  /** The same, or what an exposure begins as. */
  public Exposure findOrFirst(String databaseArn) {
    return find(databaseArn).orElseGet(() -> Exposure.first(databaseArn));
  }

  /**
   * Writes what was made of the version that was read, and returns it as it is kept.
   *
   * @throws TransientFailure if somebody else has written since: read again
   */
  public Exposure put(Exposure changed) {
    Exposure next = changed.next();
    Condition unchanged = Condition.unchanged(changed.version());
    if (table.putIf(item(next), unchanged) instanceof Table.Outcome.Refused) {
      throw new TransientFailure(
          "the record of exposure %s was changed meanwhile".formatted(changed.databaseArn()));
    }
    return next;
  }

  /** Forgets what was built; what its owner decided stays. */
  public void forget(String databaseArn) {
    find(databaseArn).map(Exposure::forgotten).ifPresent(this::put);
  }

  /**
   * The exposed database that had the instance when targets were registered last, so that an event
   * of the instance need not ask RDS: each would, where hundreds fail over. Calls: 2, and 1 if
   * there is none.
   */
  public Optional<Exposure> having(String instanceArn) {
    return table
        .get(part(instanceArn))
        .flatMap(item -> item.optionalText("databaseArn"))
        .flatMap(this::find)
        .filter(exposure -> exposure.has(DatabaseArn.nameIn(instanceArn)));
  }

  /** Notes that the database has the instance. */
  public void keep(String instanceArn, String databaseArn) {
    table.put(part(instanceArn).with("databaseArn", databaseArn));
  }

  private static Item part(String instanceArn) {
    return Item.key("exposure#" + instanceArn, PART);
  }

  private static Item key(String databaseArn) {
    return Item.key("exposure#" + databaseArn, SORT_KEY);
  }

  private static Item item(Exposure exposure) {
    return Document.item(key(exposure.databaseArn()), exposure.version(), exposure);
  }

  private static Exposure exposure(Item item) {
    return Document.of(item, Exposure.class);
  }
}
