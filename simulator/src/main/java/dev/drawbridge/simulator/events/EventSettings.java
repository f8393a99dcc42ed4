package dev.drawbridge.simulator.events;

import dev.drawbridge.engine.evidence.Chosen;
import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
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
    @Published(
            "latency \"typically about half a second\" (EventBridge FAQ); 24 hours and up to 185"
                + " retries with exponential back-off (EventBridge user guide, Retrying event"
                + " delivery)")
        @Unconfirmed("the curve of the back-off, and the spread of the latency")
        DeliverySettings delivery,
    @Published("EventBridge user guide, Quotas") int targetsOfRule,
    @Published("API model, PutEvents") int entriesOfCall,
    @Chosen("for tests of rules; AWS refuses such events") boolean acceptsAwsSources) {

  /** What AWS publishes. */
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
        false);
  }

  /** The same, for tests that play the part of an AWS service. */
  public EventSettings acceptingAwsSources() {
    return new EventSettings(delivery, targetsOfRule, entriesOfCall, true);
  }

  /** The same with other delivery. */
  public EventSettings delivery(DeliverySettings value) {
    return new EventSettings(value, targetsOfRule, entriesOfCall, acceptsAwsSources);
  }
}
