package dev.drawbridge.refresh;

import dev.drawbridge.refresh.EventsTaken.ItemFailure;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Json;
import dev.drawbridge.runtime.Worker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts refresh-targets for the databases that a batch of events of RDS is about, as far as they
 * are exposed: one run for each, however many of the events are about it. A message that cannot be
 * handled stays in the queue, and holds up no other. Calls: those of {@link EventRefreshes} for
 * each event.
 */
public final class TriggerRefresh extends Worker<QueuedEvents, EventsTaken> {
  private final EventRefreshes refreshes;

  /** In Lambda. */
  public TriggerRefresh() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public TriggerRefresh(Environment environment) {
    super(QueuedEvents.class);
    this.refreshes = new EventRefreshes(environment);
  }

  @Override
  protected List<Runnable> priming() {
    return refreshes.priming();
  }

  @Override
  public EventsTaken handle(QueuedEvents input) {
    List<QueuedEvents.Message> messages = input.messages();
    if (messages == null) {
      RefreshesStarted started = refreshes.of(input.event(), new EventBatch());
      return new EventsTaken(List.of(), List.of(started), List.of());
    }
    Map<String, DatabaseEvent> events = new LinkedHashMap<>();
    Map<String, String> failed = new LinkedHashMap<>();
    for (QueuedEvents.Message message : messages) {
      unlessPoison(
          message.messageId(), failed, () -> events.put(message.messageId(), read(message)));
    }
    EventBatch batch = new EventBatch();
    List<RefreshesStarted> started = new ArrayList<>();
    // The first that is about a database names the run: a failover is looked for some seconds long.
    events.entrySet().stream()
        .sorted(Comparator.comparing(each -> !EarlyEvent.isOfAFailover(each.getValue())))
        .forEach(
            each ->
                unlessPoison(
                    each.getKey(),
                    failed,
                    () -> started.add(refreshes.of(each.getValue(), batch))));
    return new EventsTaken(
        failed.keySet().stream().map(ItemFailure::new).toList(),
        started,
        failed.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList());
  }

  /** One bad message must not spoil the others. */
  private static void unlessPoison(String id, Map<String, String> failed, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException poison) {
      failed.put(id, String.valueOf(translated(poison).getMessage()));
    }
  }

  private static DatabaseEvent read(QueuedEvents.Message message) {
    return Json.LENIENT.read(message.body().getBytes(StandardCharsets.UTF_8), DatabaseEvent.class);
  }

  @Override
  protected Optional<String> remark(EventsTaken output) {
    return Refreshes.line(output.line());
  }
}
