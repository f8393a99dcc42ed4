package dev.drawbridge.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who refreshes a database at the moment: one run at a time.
 *
 * @param executionArn the run that holds it; void when that run has ended
 * @param requested the mark of the last starter that found it held; the run reads it again before
 *     it lets go. Empty if nobody came
 * @param requestedAt when that mark was left; null if nobody came
 * @param failoverAt when the last mark was left that an event of a failover leaves: RDS may tell of
 *     it later than that, and a mark that says less comes after it. Null if none came
 * @param switchedAt when a run last set out to take a writer out of its group, written before it
 *     does so: the reply of the change itself can be lost. Null if none did
 * @param looks how the run has looked at the truth while it waits
 */
public record Lease(
    String databaseArn,
    String executionArn,
    Instant expiresAt,
    String requested,
    @Nullable Instant requestedAt,
    @Nullable Instant failoverAt,
    @Nullable Instant switchedAt,
    Looks looks) {
  /** The time-out of the state machine: no run is older. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /**
   * How a run that waits has looked at the truth, so that each of its tries knows what the others
   * did.
   *
   * @param answered the last mark that the truth was read for; empty if none was
   * @param truthAt when a try last read the truth; null if none did
   */
  public record Looks(String answered, @Nullable Instant truthAt) {
    /** None yet. */
    public static final Looks NONE = new Looks("", null);
  }

  /** When its run took it. */
  public Instant since() {
    return expiresAt.minus(LONGEST);
  }

  /** Whether it was taken less than {@code age} ago and nobody has let go of it. */
  public boolean youngerThan(Duration age, Instant now) {
    return now.minus(age).isBefore(since());
  }

  /** Whether its run has let go of it, or can run no more. */
  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
