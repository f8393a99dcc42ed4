package dev.drawbridge.engine.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.task.Integration;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as the JSON with which GetExecutionHistory answers. */
public final class HistoryJson {
  private HistoryJson() {}

  /** The whole event; its time in seconds since 1970, to the millisecond. */
  public static ObjectNode of(HistoryEntry entry) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event
        .put("id", entry.id())
        .put("previousEventId", entry.previousId())
        .put("timestamp", seconds(entry.at()))
        .put("type", entry.type());
    if (!(entry.details() instanceof Details.None)) {
      event.set(member(entry), details(entry.details()));
    }
    return event;
  }

  /** AWS writes times as decimal fractions of seconds. */
  public static BigDecimal seconds(Instant at) {
    return BigDecimal.valueOf(at.toEpochMilli(), 3);
  }

  /** All states share two members; every other type has one of its own name. */
  private static String member(HistoryEntry entry) {
    String name =
        switch (entry.details()) {
          case Details.Entered ignored -> "StateEntered";
          case Details.Exited ignored -> "StateExited";
          default -> entry.type();
        };
    return Character.toLowerCase(name.charAt(0)) + name.substring(1) + "EventDetails";
  }

  private static ObjectNode details(Details details) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return switch (details) {
      case Details.None ignored -> json;
      case Details.Started started ->
          data(json, "input", started.input()).put("roleArn", started.roleArn());
      case Details.Succeeded succeeded -> data(json, "output", succeeded.output());
      case Details.Failed failed -> failure(json, failed.error(), failed.cause());
      case Details.Redriven redriven -> json.put("redriveCount", redriven.count());
      case Details.Entered entered ->
          data(json.put("name", entered.state()), "input", entered.input());
      case Details.Exited exited ->
          data(json.put("name", exited.state()), "output", exited.output());
      case Details.MapStarted map -> json.put("length", map.length());
      case Details.Iteration iteration ->
          json.put("name", iteration.state()).put("index", iteration.index());
      case Details.FunctionScheduled scheduled ->
          seconds(
              data(json.put("resource", scheduled.resource()), "input", scheduled.input()),
              "timeoutInSeconds",
              scheduled.timeout());
      case Details.TaskScheduled scheduled -> scheduled(json, scheduled);
      case Details.TaskStarted started -> service(json, started.service());
      case Details.TaskAnswered answered ->
          data(service(json, answered.service()), "output", answered.output());
      case Details.TaskFailed failed ->
          failure(service(json, failed.service()), failed.error(), failed.cause());
    };
  }

  private static ObjectNode scheduled(ObjectNode json, Details.TaskScheduled scheduled) {
    service(json, scheduled.service())
        .put("region", scheduled.region())
        .put("parameters", scheduled.parameters());
    seconds(json, "timeoutInSeconds", scheduled.timeout());
    return seconds(json, "heartbeatInSeconds", scheduled.heartbeat());
  }

  private static ObjectNode service(ObjectNode json, Integration.Service service) {
    return json.put("resourceType", service.service()).put("resource", service.resource());
  }

  /** Data in the history is never cut short for API callers. */
  private static ObjectNode data(ObjectNode json, String member, String text) {
    json.put(member, text).putObject(member + "Details").put("truncated", false);
    return json;
  }

  private static ObjectNode failure(
      ObjectNode json, @Nullable String error, @Nullable String cause) {
    if (error != null) {
      json.put("error", error);
    }
    return cause == null ? json : json.put("cause", cause);
  }

  private static ObjectNode seconds(ObjectNode json, String member, @Nullable Long seconds) {
    return seconds == null ? json : json.put(member, seconds);
  }
}
