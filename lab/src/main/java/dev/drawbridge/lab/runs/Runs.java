package dev.drawbridge.lab.runs;

import dev.drawbridge.simulator.stepfunctions.StepFunctionsService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Every execution of a world since somebody began to look, oldest first, up to a bound. */
public final class Runs {
  private static final int MOST = 40;

  private final Map<String, RunStanding> standings = new LinkedHashMap<>();

  /** Begins to look. Called within the world. */
  public static Runs of(StepFunctionsService states) {
    Runs runs = new Runs();
    states.onHistory(runs::recorded);
    return runs;
  }

  /** All of them. */
  public synchronized List<RunStanding> all() {
    return List.copyOf(standings.values());
  }

  /** The one that somebody watches: the youngest that still runs. */
  public synchronized Optional<RunStanding> latest() {
    return new ArrayList<>(standings.values())
        .reversed().stream().filter(RunStanding::running).findFirst();
  }

  synchronized void recorded(String arn, HistoryEvent event) {
    Instant at = event.timestamp();
    standings.merge(
        arn, RunStanding.begun(arn, at).after(event), (known, first) -> known.after(event));
    if (standings.size() > MOST) {
      standings.values().stream()
          .filter(run -> !run.running())
          .findFirst()
          .ifPresent(oldest -> standings.remove(oldest.arn()));
    }
  }
}
