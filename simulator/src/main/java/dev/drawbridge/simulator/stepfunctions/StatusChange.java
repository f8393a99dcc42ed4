package dev.drawbridge.simulator.stepfunctions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.simulator.call.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An execution has a new status: what EventBridge carries as {@code Step Functions Execution Status
 * Change} from the source {@code aws.states}.
 *
 * @param caller account and region of the execution
 * @param versionArn the version that it runs, if it was started by one
 * @param aliasArn the alias that it was started by
 */
public record StatusChange(
    Caller caller, Execution execution, @Nullable String versionArn, @Nullable String aliasArn) {

  /** Hears of every change. */
  @FunctionalInterface
  public interface Listener {
    /** Called within the world, after the change. */
    void changed(StatusChange change);
  }

  /** The event's {@code detail}; times are milliseconds since 1970. */
  public ObjectNode detail() {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail
        .put("executionArn", execution.identity().executionArn())
        .put("stateMachineArn", execution.identity().stateMachineArn())
        .put("stateMachineVersionArn", versionArn)
        .put("stateMachineAliasArn", aliasArn)
        .put("name", execution.identity().name())
        .put("status", execution.status().name())
        .put("startDate", execution.startedAt().toEpochMilli())
        .put("stopDate", millis(execution.stoppedAt()))
        .put("input", execution.input().text())
        .put("output", execution.output() == null ? null : execution.output().text())
        .put("error", execution.error())
        .put("cause", execution.cause())
        .put("redriveCount", execution.redriveCount())
        .put("redriveDate", millis(execution.redrivenAt()));
    detail.putObject("inputDetails").put("included", true);
    if (execution.status() == Status.SUCCEEDED) {
      detail.putObject("outputDetails").put("included", true);
    } else {
      detail.putNull("outputDetails");
    }
    return detail;
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
