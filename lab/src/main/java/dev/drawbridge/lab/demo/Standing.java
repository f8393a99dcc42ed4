package dev.drawbridge.lab.demo;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.lab.runs.Outlook;
import dev.drawbridge.lab.runs.RunStanding;
import dev.drawbridge.lab.runs.Runs;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.workflows.StateGraph;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where the youngest execution stands, in one line: its state, since when, for what, what comes.
 */
public final class Standing {
  private final Map<String, StateGraph> graphs = StateGraph.all();
  private final Scheduler scheduler;
  private final Runs runs;

  /** Begins to look at that world. */
  public Standing(Scenario scenario) {
    scheduler = scenario.world().scheduler();
    runs = scheduler.exclusively(() -> Runs.of(scenario.world().states()));
  }

  /** The line; empty while nothing runs. */
  public Optional<String> line() {
    return runs.latest().flatMap(this::line);
  }

  private Optional<String> line(RunStanding run) {
    long seconds = Math.max(0, Duration.between(run.since(), scheduler.now()).toSeconds());
    return Optional.ofNullable(graphs.get(run.machine()))
        .flatMap(graph -> Outlook.of(run, graph))
        .map(outlook -> "  > " + outlook.line(run.state(), seconds));
  }
}
