package dev.drawbridge.aws.dynamodb;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What the calls of one consumer account have asked for on one day, one item a kind. They go a day
 * later.
 */
public final class DailyRequests {
  private static final int DAYS_KEPT = 2;

  private final Table table;

  public DailyRequests(Table table) {
    this.table = table;
  }

  /**
   * What was asked for so far.
   *
   * @param version of the item; 0 while there is none
   */
  public record Made(long version, List<String> entries) {
    /** Keeps a copy. */
    public Made {
      entries = List.copyOf(entries);
    }
  }

  /** What is counted, each for itself. */
  public enum Kind {
    /** Attempts on paths, under {@code ID:NUMBER}. */
    ATTEMPTS(""),
    /** Idempotency keys. */
    KEYS(" keys"),
    /** Claims of endpoints, each of which asks AWS. */
    ENDPOINTS(" endpoints");

    private final String suffix;

    Kind(String suffix) {
      this.suffix = suffix;
    }
  }

  public Made of(String account, LocalDate day, Kind kind) {
    return table
        .get(key(account, day, kind))
        .map(item -> new Made(item.number("version"), Onboardings.words(item.text("attempts"))))
        .orElse(new Made(0, List.of()));
  }

  /** Puts {@code entries} in the place of what was there. False if somebody else was faster. */
  public boolean replace(
      String account, LocalDate day, Kind kind, Made held, List<String> entries) {
    Item next =
        key(account, day, kind)
            .with("version", held.version() + 1)
            .with("attempts", String.join(" ", entries))
            .with(
                "expiresAt", day.plusDays(DAYS_KEPT).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    return table.putIf(next, Condition.unchanged(held.version())) instanceof Table.Outcome.Written;
  }

  private static Item key(String account, LocalDate day, Kind kind) {
    return Item.key(partition(account), day + kind.suffix);
  }

  static String partition(String account) {
    return "requests#" + account;
  }
}
