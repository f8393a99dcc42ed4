package dev.drawbridge.refresh;

import dev.drawbridge.refresh.RefreshesStarted.Refresh;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** What the events of one batch have started: a database that several are about is started once. */
final class EventBatch {
  private final Set<String> begun = new HashSet<>();

  /** Starts a refresh, unless an earlier event of the batch has. */
  Refresh once(String databaseArn, String reason, Supplier<Refresh> start) {
    if (begun.contains(databaseArn)) {
      return new Refresh(databaseArn, reason, "GATHERED");
    }
    Refresh started = start.get();
    begun.add(databaseArn); // only now: what could not be started is tried again
    return started;
  }
}
