package dev.drawbridge.plan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** The last day of a path: as text {@code 2027-01-31}; the empty text is no end. */
public final class EndDate {
  /** Its form. */
  public static final Pattern FORM = Pattern.compile("20\\d\\d-[01]\\d-[0-3]\\d");

  /** Its form, for people. */
  public static final String RULE = "expected the last day, in UTC: 2027-01-31";

  private EndDate() {}

  /** Whether the text names a day that there is. */
  public static boolean exists(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException noDay) {
      return false;
    }
  }

  /** When the path has to be closed: as the day is over, in UTC. */
  public static Optional<Instant> end(String text) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Whether the day is over. */
  public static boolean isOver(String text, Instant now) {
    return end(text).filter(end -> !now.isBefore(end)).isPresent();
  }

  /** Whether a yes until {@code approved} is one until {@code wanted}. */
  static boolean covers(String approved, String wanted) {
    return approved.isEmpty() || (!wanted.isEmpty() && wanted.compareTo(approved) <= 0);
  }
}
