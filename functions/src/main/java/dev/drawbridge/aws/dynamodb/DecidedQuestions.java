package dev.drawbridge.aws.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Which questions were decided, the latest first: a list for people, kept for a year. */
public final class DecidedQuestions {
  /** The form of a position in the list. */
  public static final String POSITION = "\\d{11}-[0-9a-f]{32}";

  private static final String PARTITION = "decided";
  private static final Duration KEPT = Duration.ofDays(365);

  /** Later than any decision: what is left until then sorts the latest first. */
  private static final long END_OF_TIME = 99_999_999_999L;

  private final Table table;

  public DecidedQuestions(Table table) {
    this.table = table;
  }

  /** Adds a question; the same again changes nothing. */
  public void put(String approvalId, Instant at) {
    long left = END_OF_TIME - at.getEpochSecond();
    table.put(
        Item.key(PARTITION, String.format(Locale.ROOT, "%011d %s", left, approvalId))
            .with("approvalId", approvalId)
            .with("expiresAt", at.plus(KEPT).getEpochSecond()));
  }

  /**
   * A decided question.
   *
   * @param position in the list, of the form {@link #POSITION}
   */
  public record Decided(String position, String approvalId) {}

  /**
   * A page, the latest first.
   *
   * @param after the position of the last of the page before, or the empty text
   */
  public PageRead<Decided> page(String after, int most) {
    return PageRead.of(
        table.page(PARTITION, after.replace('-', ' '), most),
        item -> new Decided(item.text("sk").replace(' ', '-'), item.text("approvalId")));
  }
}
