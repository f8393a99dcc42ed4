package dev.drawbridge.engine.run;

import dev.drawbridge.engine.definition.Definitions;
import dev.drawbridge.engine.history.Details;
import dev.drawbridge.engine.history.HistoryEntry;
import dev.drawbridge.engine.integration.AwsIntegrations;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Identity;
import dev.drawbridge.engine.task.TaskPort;
import dev.drawbridge.engine.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An execution on a virtual clock that has just begun. */
record Started(VirtualScheduler scheduler, Engine engine, Run run) {

  static Started of(String definition, String input, TaskPort tasks) {
    VirtualScheduler scheduler = new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"), 7);
    Engine engine = new Engine(scheduler, RunSettings.published(), tasks);
    Run run =
        engine.start(
            Identity.local("machine", "one"),
            Definitions.read(definition, AwsIntegrations.catalogue()),
            Engine.input(input));
    return new Started(scheduler, engine, run);
  }

  Execution execution() {
    return run.execution();
  }

  Started after(Duration time) {
    scheduler.await(() -> false, time);
    return this;
  }

  List<String> types() {
    return run.history().stream().map(HistoryEntry::type).toList();
  }

  /** The text that each state was entered with, by the order of entering. */
  List<String> entered(String state) {
    return run.history().stream()
        .map(HistoryEntry::details)
        .filter(Details.Entered.class::isInstance)
        .map(Details.Entered.class::cast)
        .filter(entered -> entered.state().equals(state))
        .map(Details.Entered::input)
        .toList();
  }
}
