package dev.drawbridge.aws.dynamodb;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What the calls of one consumer account have asked for on one day. They go a day later. */
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
  public record Made(long version, List<String> attempts) {
    /** Keeps a copy. */
    public Made {
      attempts = List.copyOf(attempts);
    }
  }

  public Made of(String account, LocalDate day) {
    return table
        .get(key(account, day))
        .map(item -> new Made(item.number("version"), Onboardings.words(item.text("attempts"))))
        .orElse(new Made(0, List.of()));
  }

  /** Puts {@code attempts} in the place of what was there. False if somebody else was faster. */
  public boolean replace(String account, LocalDate day, Made held, List<String> attempts) {
    Item next =
        key(account, day)
            .with("version", held.version() + 1)
            .with("attempts", String.join(" ", attempts))
            .with(
                "expiresAt", day.plusDays(DAYS_KEPT).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    return table.putIf(next, Condition.unchanged(held.version())) instanceof Table.Outcome.Written;
  }

  private static Item key(String account, LocalDate day) {
    return Item.key("requests#" + account, day.toString());
  }
}
