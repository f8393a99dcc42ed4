package dev.drawbridge.engine.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.history.HistoryJson;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Execution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An execution as the JSON with which DescribeExecution answers; what is absent has no member. */
public final class ExecutionJson {
  private ExecutionJson() {}

  /** How the execution stands. */
  public static ObjectNode of(Run run) {
    Execution execution = run.execution();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("executionArn", execution.identity().executionArn())
        .put("stateMachineArn", execution.identity().stateMachineArn())
        .put("name", execution.identity().name())
        .put("status", execution.status().name());
    time(json, "startDate", execution.startedAt());
    time(json, "stopDate", execution.stoppedAt());
    data(json, "input", execution.input());
    data(json, "output", execution.output());
    text(json, "error", execution.error());
    text(json, "cause", execution.cause());
    json.put("redriveCount", execution.redriveCount());
    time(json, "redriveDate", execution.redrivenAt());
    String reason = run.notRedrivable();
    json.put("redriveStatus", reason == null ? "REDRIVABLE" : "NOT_REDRIVABLE");
    text(json, "redriveStatusReason", reason);
    return json;
  }

  private static void time(ObjectNode json, String member, @Nullable Instant at) {
    if (at != null) {
      json.put(member, HistoryJson.seconds(at));
    }
  }

  private static void data(ObjectNode json, String member, @Nullable Payload payload) {
    if (payload != null) {
      json.put(member, payload.text()).putObject(member + "Details").put("included", true);
    }
  }

  private static void text(ObjectNode json, String member, @Nullable String text) {
    if (text != null) {
      json.put(member, text);
    }
  }
}
