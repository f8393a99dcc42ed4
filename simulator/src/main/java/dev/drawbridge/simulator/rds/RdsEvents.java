package dev.drawbridge.simulator.rds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.delivery.Delivery;
import dev.drawbridge.simulator.delivery.Message;
import dev.drawbridge.simulator.rds.RdsEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Records events, and sends them to EventBridge in the envelope of AWS's samples.
 *
 * <p>DescribeEvents shows every event; only the way to EventBridge loses, delays and doubles.
 */
final class RdsEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<RdsEvent> recorded = new ArrayList<>();
  private final Scheduler scheduler;
  private final Delivery delivery;
  private final Duration retention;
  private final EventSubscriptions subscriptions = new EventSubscriptions();

  RdsEvents(Scheduler scheduler, Delivery delivery, Duration retention) {
    this.scheduler = scheduler;
    this.delivery = delivery;
    this.retention = retention;
  }

  EventSubscriptions subscriptions() {
    return subscriptions;
  }

  void cluster(DbCluster cluster, String id, String category, String message) {
    emit(Kind.CLUSTER, cluster.id(), id, category, message, cluster.tags());
  }

  void instance(DbInstance instance, String id, String category, String message) {
    emit(Kind.INSTANCE, instance.id(), id, category, message, instance.tags());
  }

  void blueGreen(DbId deployment, String id, String category, String message) {
    emit(Kind.BLUE_GREEN, deployment, id, category, message, Map.of());
  }

  /** The events of an account and region that are still kept, oldest first. */
  List<RdsEvent> kept(Caller caller) {
    Instant oldest = scheduler.now().minus(retention);
    recorded.removeIf(e -> e.at().isBefore(oldest));
    return recorded.stream()
        .filter(e -> e.source().account().equals(caller.account()))
        .filter(e -> e.source().region().equals(caller.region()))
        .toList();
  }

  private void emit(
      Kind kind,
      DbId source,
      String number,
      String category,
      String message,
      Map<String, String> tags) {
    RdsEvent event =
        new RdsEvent(
            "RDS-EVENT-" + number,
            source,
            kind,
            List.of(category),
            message,
            scheduler.now().truncatedTo(ChronoUnit.MILLIS),
            tags);
    recorded.add(event);
    String bus =
        new Caller(source.account(), source.region(), "").arn("events", "event-bus/default");
    delivery.send(new Message(event.arn(), bus, envelope(event), Optional.empty()));
    subscriptions.tell(event);
  }

  private String envelope(RdsEvent event) {
    ObjectNode node = JSON.createObjectNode();
    node.put("version", "0");
    node.put(
        "id", new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString());
    node.put("detail-type", event.kind().detailType);
    node.put("source", "aws.rds");
    node.put("account", event.source().account());
    node.put("time", event.at().truncatedTo(ChronoUnit.SECONDS).toString());
    node.put("region", event.source().region());
    node.putArray("resources").add(event.arn());
    ObjectNode detail = node.putObject("detail");
    event.categories().forEach(detail.putArray("EventCategories")::add);
    detail.put("SourceType", event.kind().sourceType);
    detail.put("SourceArn", event.arn());
    detail.put("Date", event.at().toString());
    detail.put("Message", event.message());
    detail.put("SourceIdentifier", event.source().name());
    detail.put("EventID", event.eventId());
    ObjectNode tags = detail.putObject("Tags");
    event.tags().forEach(tags::put);
    return node.toString();
  }
}
