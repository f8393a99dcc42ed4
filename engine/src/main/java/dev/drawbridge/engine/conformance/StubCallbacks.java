package dev.drawbridge.engine.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.drawbridge.engine.path.JsonPaths;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.run.Run;
import dev.drawbridge.engine.run.TaskTokens;
import dev.drawbridge.engine.time.Scheduler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What happens outside the state machine while it runs. */
final class StubCallbacks {
  /** Who reads a message needs some time, and acts once AWS has recorded that it was sent. */
  private static final Duration READING = Duration.ofMillis(50);

  private final Scheduler scheduler;
  private final TaskTokens tokens;
  private final Run run;

  StubCallbacks(Scheduler scheduler, TaskTokens tokens, Run run) {
    this.scheduler = scheduler;
    this.tokens = tokens;
    this.run = run;
  }

  void install(JsonNode callbacks, StubServices services) {
    for (JsonNode callback : callbacks) {
      if (callback.path("on").asText().equals("after-start")) {
        actions(callback, MissingNode.getInstance(), "");
      } else {
        messages(callback, services);
      }
    }
  }

  private void messages(JsonNode callback, StubServices services) {
    JsonNode source = callback.path("source");
    String wanted =
        source.has("queueUrl") ? source.get("queueUrl").asText() : source.path("topicArn").asText();
    boolean once = callback.path("on").asText().equals("first-message");
    AtomicBoolean done = new AtomicBoolean();
    services.onMessage(
        (destination, body) -> {
          if (!destination.equals(wanted) || (once && done.getAndSet(true))) {
            return;
          }
          JsonNode message = parsed(body);
          String token = JsonPaths.read(message, source.path("tokenPath").asText()).asText();
          actions(callback, message, token);
        });
  }

  private void actions(JsonNode callback, JsonNode message, String token) {
    Duration delay = READING;
    for (JsonNode action : callback.path("actions")) {
      for (int i = 0; i < action.path("repeat").asInt(1); i++) {
        delay = delay.plus(Duration.ofSeconds(action.path("delaySeconds").asLong(0)));
        scheduler.after(delay, () -> act(action, message, token));
        delay = delay.plusMillis(1);
      }
    }
  }

  private void act(JsonNode action, JsonNode message, String token) {
    switch (action.path("call").asText()) {
      case "SendTaskSuccess" -> tokens.succeed(token, output(action, message));
      case "SendTaskFailure" -> tokens.fail(token, text(action, "error"), text(action, "cause"));
      case "SendTaskHeartbeat" -> tokens.heartbeat(token);
      case "StopExecution" -> run.stop(text(action, "error"), text(action, "cause"));
      default -> throw new IllegalArgumentException("no such call: " + action);
    }
  }

  private static String output(JsonNode action, JsonNode message) {
    return PythonJson.write(
        action.has("outputFromMessage")
            ? JsonPaths.read(message, action.get("outputFromMessage").asText())
            : action.path("output"));
  }

  private static JsonNode parsed(String body) {
    try {
      return Payload.parse(body).value();
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("a message that is not JSON: " + body, notJson);
    }
  }

  private static @Nullable String text(JsonNode action, String field) {
    return action.has(field) ? action.get(field).asText() : null;
  }
}
