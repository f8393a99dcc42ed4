package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.model.AuditRecord;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Who did what, and when. Records are only added: no worker may change or delete one. Each also
 * stands in a second partition until EventBridge has its event, so that an event can be late, and
 * come twice, but is never lost.
 */
public final class Records {
  /** The form of a record's sort key, which is also the token of the page after it. */
  public static final String KEY_FORM =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z [0-9a-f]{64}";

  private static final String PARTITION = "record";
  private static final String UNSENT = "record-unsent";

  /** More than a year, so that a yearly look at them sees all. */
  private static final Duration KEPT = Duration.ofDays(400);

  /** Of one width: a sort key sorts by time. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Table table;

  public Records(Table table) {
    this.table = table;
  }

  /** Adds a record; the same again changes nothing. */
  public void add(AuditRecord entry) {
    table.putAllOnce(item(PARTITION, entry), item(UNSENT, entry));
  }

  /**
   * A page, the latest first, each read for itself.
   *
   * @param after the key of the last record of the page before, or the empty text
   */
  public PageRead<AuditRecord> page(String after, int size) {
    return PageRead.of(
        table.pageBackwards(PARTITION, after, size), item -> Document.of(item, AuditRecord.class));
  }

  /** What EventBridge has no event of yet, the earliest first. */
  public ItemsRead<AuditRecord> unsent(int most) {
    return ItemsRead.of(
        table.page(UNSENT, "", most).items(), item -> Document.of(item, AuditRecord.class));
  }

  /** Notes that EventBridge has it. */
  public void sent(AuditRecord entry) {
    table.deleteIf(Item.key(UNSENT, key(entry)), Condition.present());
  }

  /** The sort key of a record. */
  public static String key(AuditRecord entry) {
    return TIME.format(entry.at()) + " " + entry.id();
  }

  private static Item item(String partition, AuditRecord entry) {
    return Document.item(Item.key(partition, key(entry)), 1, entry)
        .with("expiresAt", entry.at().plus(KEPT).getEpochSecond());
  }
}
