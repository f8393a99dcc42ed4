package dev.drawbridge.lab.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What divides the outage of a failover among those who took part in it.
 *
 * @param begun when the old writer was told to end, or was killed
 * @param promoted when another accepted writes
 * @param delivered when the first event since the promotion had reached its target
 * @param agreed from when on the RDS API and DNS agreed about the new writer
 * @param switched when the caller had the reply of the call that took the old writer out of the
 *     writer group
 */
public record Milestones(
    Instant begun,
    Optional<Instant> promoted,
    Optional<Instant> delivered,
    Optional<Instant> agreed,
    Optional<Instant> switched) {

  /**
   * From when on the new writer could be known to somebody who waits for events; where no event
   * came, to somebody who looks.
   */
  public Optional<Instant> known() {
    return agreed.map(truth -> delivered.filter(event -> event.isAfter(truth)).orElse(truth));
  }

  /**
   * Drawbridge's part: from {@link #known} to {@link #switched}; zero where the run of an earlier
   * event had switched before. Empty where nothing was switched.
   */
  public Optional<Duration> own() {
    return known()
        .flatMap(from -> switched.map(to -> Duration.between(from, to)))
        .map(time -> time.isNegative() ? Duration.ZERO : time);
  }
}
