package dev.drawbridge.lab.bench;

import java.time.Duration;
import java.util.Optional;

/**
 * One failover, measured.
 *
 * @param outage from the first new write connection that failed to the last one
 * @param repaired whether writes were good again within {@link Measurement#HORIZON}
 * @param ours from the later of two instants (an event has been delivered since the promotion; the
 *     RDS API and DNS agree about the new writer) to the reply of the call that switched the
 *     writer; where no event was delivered, from the second; empty where nothing was switched
 * @param calls AWS API calls of the workers, without those that schedules make anyway
 * @param transitions states that runs of refresh-targets entered
 */
record Outcome(
    Duration outage, boolean repaired, Optional<Duration> ours, long calls, long transitions) {

  /** What is left of the outage: failover, event, propagation and health checks of AWS. */
  Duration others() {
    return outage.minus(ours.orElse(Duration.ZERO));
  }
}
