package dev.drawbridge.simulator.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes events as EventBridge does. */
record Envelopes(Scheduler scheduler) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads an event's detail; empty if it is no JSON object. */
  static Optional<JsonNode> detail(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  ObjectNode event(
      Caller owner,
      String source,
      String detailType,
      Instant time,
      List<String> resources,
      JsonNode detail) {
    ObjectNode node = JSON.createObjectNode();
    node.put("version", "0");
    node.put(
        "id", new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString());
    node.put("detail-type", detailType);
    node.put("source", source);
    node.put("account", owner.account());
    node.put("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
    node.put("region", owner.region());
    resources.forEach(node.putArray("resources")::add);
    node.set("detail", detail);
    return node;
  }

  /** What a schedule sends to its rule's targets. */
  String scheduled(RuleRecord rule) {
    return event(
            rule.owner(),
            "aws.events",
            "Scheduled Event",
            scheduler.now(),
            List.of(rule.arn()),
            JSON.createObjectNode())
        .toString();
  }
}
