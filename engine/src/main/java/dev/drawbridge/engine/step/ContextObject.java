package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.definition.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The context object, {@code $$}. */
final class ContextObject {
  private static final Set<String> RETRYING = Set.of("Task", "Parallel", "Map");

  /** Milliseconds always, and always Z: {@code 2023-11-21T06:27:31.545Z}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ContextObject() {}

  static ObjectNode of(Execution execution, Branch branch, @Nullable String token) {
    Identity identity = execution.identity();
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    execution(context.putObject("Execution"), execution);
    context
        .putObject("StateMachine")
        .put("Id", identity.stateMachineArn())
        .put("Name", identity.stateMachineName());
    state(context.putObject("State"), branch);
    if (token != null) {
      context.putObject("Task").put("Token", token);
    }
    if (branch.item() != null) {
      context.putObject("Map").set("Item", branch.item());
    }
    return context;
  }

  private static void execution(ObjectNode to, Execution execution) {
    Identity identity = execution.identity();
    to.put("Id", identity.executionArn())
        .put("Name", identity.name())
        .put("RoleArn", identity.roleArn())
        .put("StartTime", time(execution.startedAt()))
        .put("RedriveCount", execution.redriveCount())
        .set("Input", execution.input().value());
  }

  private static void state(ObjectNode to, Branch branch) {
    State current = branch.current();
    to.put("Name", current.name()).put("EnteredTime", time(branch.enteredAt()));
    if (RETRYING.contains(current.type())) {
      to.put("RetryCount", branch.retries());
    }
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
