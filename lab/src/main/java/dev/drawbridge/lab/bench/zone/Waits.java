package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.plan.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** The times that a run was told that it was not its turn, as its history tells. */
final class Waits {
  /**
   * One.
   *
   * @param from when the run was told so first
   * @param until when the try began that got its turn
   */
  record Wait(Lane lane, Instant from, Instant until) {
    /** Whether a call of another lane at an instant overtakes whoever waits. */
    boolean overtakenBy(Lane other, Instant at) {
      return lane.compareTo(other) < 0 && !at.isBefore(from) && at.isBefore(until);
    }
  }

  private final List<Wait> waits = new ArrayList<>();
  private Optional<Lane> lane = Optional.empty();
  private Instant since = Instant.EPOCH;
  private Instant lastTry = Instant.EPOCH;

  private Waits() {}

  /** Those of one run. */
  static List<Wait> of(List<HistoryEvent> history) {
    Waits waits = new Waits();
    history.forEach(waits::see);
    return List.copyOf(waits.waits);
  }

  private void see(HistoryEvent event) {
    if (event.type() == HistoryEventType.TASK_STARTED) {
      lastTry = event.timestamp();
    } else if (event.taskFailedEventDetails() != null) {
      now(refused(String.valueOf(event.taskFailedEventDetails().cause())), event.timestamp());
    } else if (event.type() == HistoryEventType.TASK_SUCCEEDED) {
      now(Optional.empty(), event.timestamp());
    }
  }

  private void now(Optional<Lane> waiting, Instant at) {
    if (lane.equals(waiting)) {
      return;
    }
    lane.ifPresent(over -> waits.add(new Wait(over, since, lastTry)));
    lane = waiting;
    since = at;
  }

  private static Optional<Lane> refused(String cause) {
    return Stream.of(Lane.values())
        .filter(each -> cause.contains("not the turn of %s yet".formatted(each)))
        .findFirst();
  }
}
