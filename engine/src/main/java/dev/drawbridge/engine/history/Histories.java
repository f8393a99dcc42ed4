package dev.drawbridge.engine.history;

import dev.drawbridge.engine.path.Payload;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventExecutionDataDetails;

/** The details of history events that several states use. */
public final class Histories {
  private static final HistoryEventExecutionDataDetails WHOLE =
      HistoryEventExecutionDataDetails.builder().truncated(false).build();

  private Histories() {}

  /** Data in the history is never cut short for API callers. */
  public static HistoryEventExecutionDataDetails whole() {
    return WHOLE;
  }

  /** No details. */
  public static UnaryOperator<HistoryEvent.Builder> plain() {
    return event -> event;
  }

  /** A state was entered. */
  public static UnaryOperator<HistoryEvent.Builder> entered(String state, Payload input) {
    return event ->
        event.stateEnteredEventDetails(
            details -> details.name(state).input(input.text()).inputDetails(WHOLE));
  }

  /** A state was left. */
  public static UnaryOperator<HistoryEvent.Builder> exited(String state, Payload output) {
    return event ->
        event.stateExitedEventDetails(
            details -> details.name(state).output(output.text()).outputDetails(WHOLE));
  }

  /** The execution failed. */
  public static UnaryOperator<HistoryEvent.Builder> failed(
      @Nullable String error, @Nullable String cause) {
    return event -> event.executionFailedEventDetails(details -> details.error(error).cause(cause));
  }
}
