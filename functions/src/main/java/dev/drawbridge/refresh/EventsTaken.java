package dev.drawbridge.refresh;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * Output of TriggerRefresh, as Lambda reads it of a batch ("Implementing partial batch responses",
 * AWS Lambda Developer Guide).
 *
 * @param batchItemFailures messages that stay in the queue
 * @param started what came of the others, for the log
 * @param failed why those that stay could not be handled, for the log
 */
public record EventsTaken(
    List<ItemFailure> batchItemFailures,
    @JsonIgnore List<RefreshesStarted> started,
    @JsonIgnore List<String> failed) {
  /** Keeps copies. */
  public EventsTaken {
    batchItemFailures = List.copyOf(batchItemFailures);
    started = List.copyOf(started);
    failed = List.copyOf(failed);
  }

  /**
   * One message.
   *
   * @param itemIdentifier its id in the queue
   */
  public record ItemFailure(String itemIdentifier) {}

  /** What the log says. */
  Object line() {
    return started.size() == 1 && failed.isEmpty() ? started.getFirst() : new Line(started, failed);
  }

  /** Of several events. */
  record Line(List<RefreshesStarted> events, List<String> failed) {}
}
