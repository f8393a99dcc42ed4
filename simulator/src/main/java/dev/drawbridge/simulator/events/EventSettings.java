package dev.drawbridge.simulator.events;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.delivery.DeliverySettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * EventBridge's delays and limits.
 *
 * @param delivery from the bus to a target
 * @param targetsOfRule the most targets that a rule may have
 * @param entriesOfCall the most events of one PutEvents
 * @param acceptsAwsSources whether PutEvents takes sources that begin with {@code aws.}; AWS
 *     refuses them, but an operator who plays with this world wants to send an RDS event by hand
 */
public record EventSettings(
    DeliverySettings delivery, int targetsOfRule, int entriesOfCall, boolean acceptsAwsSources) {

  /**
   * Latency: "typically about half a second" (EventBridge FAQ). Retries: 24 hours and up to 185
   * times with exponential back-off (EventBridge user guide, "Retrying event delivery"); its curve
   * is UNCONFIRMED. Five targets and ten entries (user guide, "Quotas"; API model).
   */
  public static EventSettings published() {
    List<Duration> retries =
        IntStream.range(0, 185)
            .mapToObj(i -> Duration.ofSeconds(Math.min(480, 1L << Math.min(i, 9))))
            .toList();
    return new EventSettings(
        DeliverySettings.faithful(
            new Spread(Duration.ofMillis(150), Duration.ofMillis(500), Duration.ofSeconds(3)),
            retries),
        5,
        10,
        true);
  }

  /** The same with other delivery. */
  public EventSettings delivery(DeliverySettings value) {
    return new EventSettings(value, targetsOfRule, entriesOfCall, acceptsAwsSources);
  }
}
