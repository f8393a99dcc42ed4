package dev.drawbridge.refresh;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.PlainText;
import dev.drawbridge.model.Switching;
import org.jspecify.annotations.Nullable;

/**
 * Input of the state machine refresh-targets.
 *
 * <p>Target groups are not among it: nobody may name those that a run works on.
 *
 * @param databaseIdentifier identifier or ARN of the cluster or instance; from AcquireLease on its
 *     ARN
 * @param cause why it runs, for its record: {@code onboarding}, {@code event ...}, {@code drift}
 * @param switching from people who knew earlier releases; the owner's settings decide
 */
public record RefreshRequest(
    String databaseIdentifier, @Nullable String cause, @Nullable Switching switching) {

  /** How the causes begin that events are. */
  public static final String EVENT = "event ";

  /** How the causes begin that are changes of the database itself, which no event told of. */
  public static final String CHANGE = "drift of the database: ";

  /** How the marks of the check for drift begin. */
  public static final String DRIFT = "drift ";

  private static final int LONGEST = 200;

  /** People start the state machine too, and leave things out. */
  public RefreshRequest {
    if (databaseIdentifier == null || databaseIdentifier.isBlank()) {
      throw new InvalidRequest(
          "databaseIdentifier is missing: give the name or ARN of an exposed cluster or instance");
    }
    if (!DatabaseArn.IDENTIFIER_OR_ARN.matcher(databaseIdentifier).matches()) {
      throw new InvalidRequest(
          "databaseIdentifier",
          "%s is refused; expected the identifier or the ARN of an RDS cluster or instance"
              .formatted(PlainText.oneLine(databaseIdentifier, LONGEST)));
    }
    cause = cause == null ? null : PlainText.oneLine(cause, LONGEST);
    if (switching == Switching.REPOINT) {
      throw new InvalidRequest(
          "switching", "\"repoint\" is refused; the owner's settings say it: leave it out");
    }
  }

  /**
   * Whether it reads what there is rather than trusting the record: what an event reports changes
   * nothing but what it reports.
   */
  public boolean looks() {
    return cause == null || !(cause.startsWith(EVENT) || cause.startsWith(CHANGE));
  }

  /**
   * Whether that event is the cause of a run, or left the mark.
   *
   * @param mark null of a run whose starter stated no cause
   * @param eventId for example {@code RDS-EVENT-0071}
   */
  static boolean tellsOf(@Nullable String mark, String eventId) {
    return mark != null && mark.startsWith(EVENT + eventId + " ");
  }

  /** Whether a mark says no more than that the database may have changed. */
  static boolean tellsOfTheTruth(String mark) {
    return mark.startsWith(EVENT) || tellsOfGroups(mark);
  }

  /** Whether somebody left it who has seen that the groups do not fit. */
  static boolean tellsOfGroups(String mark) {
    return mark.startsWith(DRIFT);
  }

  /** The bare name, for people. */
  public String name() {
    return DatabaseArn.nameIn(databaseIdentifier);
  }

  /** The same of the database whose ARN is {@code arn}. */
  public RefreshRequest of(String arn) {
    return new RefreshRequest(arn, cause, switching);
  }
}
