package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Refresh;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.model.Switching;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.rds.RdsSettings;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.Set;

/**
 * This repository's own triggers, workers and state machine.
 *
 * @param mode how the writer is switched
 * @param lossRate the share of events that never arrive
 * @param course what happens
 * @param kinds the databases that it is worth a line for
 */
record Drawbridge(
    String name, Switching mode, double lossRate, Course course, Settings settings, Set<Kind> kinds)
    implements Policy {
  /** Until the groups of all instances are warm. */
  private static final Duration WARMING = Duration.ofMinutes(5);

  Drawbridge {
    kinds = Set.copyOf(kinds);
  }

  /** As it is installed by default. */
  static Drawbridge classic() {
    return new Drawbridge(
        "Drawbridge",
        Switching.CLASSIC,
        0,
        Course.ONE_FAILOVER,
        Settings.published(),
        Set.of(Kind.values()));
  }

  Drawbridge called(String other) {
    return new Drawbridge(other, mode, lossRate, course, settings, kinds);
  }

  Drawbridge warm() {
    return new Drawbridge(name, Switching.WARM, lossRate, course, settings, kinds);
  }

  Drawbridge losingEvents() {
    return new Drawbridge(name, mode, 1, course, settings, kinds);
  }

  Drawbridge through(Course other) {
    return new Drawbridge(name, mode, lossRate, other, settings, kinds);
  }

  Drawbridge in(Settings other) {
    return new Drawbridge(name, mode, lossRate, course, other, kinds);
  }

  Drawbridge on(Kind... some) {
    return new Drawbridge(name, mode, lossRate, course, settings, Set.of(some));
  }

  @Override
  public String source() {
    return "this repository, switching mode " + mode.text();
  }

  @Override
  public boolean concerns(Kind kind) {
    return kinds.contains(kind);
  }

  @Override
  public void start(Exposure exposure) {
    Scenario scenario = exposure.scenario();
    RdsSettings rds = scenario.world().settings().rds();
    scenario.world().rds().events(rds.events().losing(lossRate));
    scenario.installation().startSchedules(Rules.EVERY);
    if (mode == Switching.WARM) {
      Refresh.start(scenario, exposure.database().name(), mode).end();
      scenario.world().scheduler().pause(WARMING);
    }
  }
}
