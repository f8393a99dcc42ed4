package dev.drawbridge.refresh;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the event that started a run may have come before the RDS API tells of what it reports.
 *
 * <p>AWS promises no order of the two. A run that found nothing to do and ended would leave the new
 * writer to the next event, or to the check for drift.
 */
public final class EarlyEvent {
  /**
   * Events after which another instance is the writer, or the same one has another address. Not
   * those of global databases: one of them starts a run for each database that is exposed.
   */
  public static final List<String> OF_A_FAILOVER =
      List.of(
          "RDS-EVENT-0015",
          "RDS-EVENT-0049",
          "RDS-EVENT-0051",
          "RDS-EVENT-0065",
          "RDS-EVENT-0070",
          "RDS-EVENT-0071",
          "RDS-EVENT-0248",
          "RDS-EVENT-0251",
          "RDS-EVENT-0260",
          "RDS-EVENT-0385");

  /** An instance shuts down: if it is the writer, another is it some seconds later. */
  private static final String SHUTDOWN = "RDS-EVENT-0004";

  private EarlyEvent() {}

  /**
   * Whether a run that has found nothing to do should look again.
   *
   * @param patience from the moment when it took the lease
   */
  static boolean mayBe(RefreshRequest request, Round round, Instant now, Duration patience) {
    boolean untouched = round.number() == 1 && round.switchedAt() == null;
    return untouched
        && (tellsOfAFailover(request.cause()) || announces(request))
        && now.isBefore(round.startedAt().plus(patience));
  }

  /** Whether the event came before what it may lead to, so that it is too early to look at once. */
  static boolean announces(RefreshRequest request) {
    return RefreshRequest.tellsOf(request.cause(), SHUTDOWN);
  }

  /** Whether a cause, or a mark, is one of those of a failover. */
  static boolean tellsOfAFailover(@Nullable String mark) {
    return OF_A_FAILOVER.stream().anyMatch(event -> RefreshRequest.tellsOf(mark, event));
  }

  /** Whether an event is one of those. */
  static boolean isOfAFailover(DatabaseEvent event) {
    DatabaseEvent.Detail detail = event.detail();
    String eventId = detail == null ? null : detail.eventId();
    return eventId != null && OF_A_FAILOVER.contains(eventId);
  }
}
