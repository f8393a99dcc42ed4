package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.rds.RdsSettings;
import dev.drawbridge.workflows.Rules;
import java.util.Set;

/**
 * This repository's own triggers, workers and state machine.
 *
 * @param lossRate the share of events that never arrive
 * @param course what happens
 * @param kinds the databases that it is worth a line for
 */
record Drawbridge(String name, double lossRate, Course course, Settings settings, Set<Kind> kinds)
    implements Policy {
  Drawbridge {
    kinds = Set.copyOf(kinds);
  }

  /** As it is installed by default. */
  static Drawbridge byDefault() {
    return new Drawbridge(
        "Drawbridge", 0, Course.ONE_FAILOVER, Settings.published(), Set.of(Kind.values()));
  }

  Drawbridge called(String other) {
    return new Drawbridge(other, lossRate, course, settings, kinds);
  }

  Drawbridge losingEvents() {
    return new Drawbridge(name, 1, course, settings, kinds);
  }

  Drawbridge through(Course other) {
    return new Drawbridge(name, lossRate, other, settings, kinds);
  }

  Drawbridge in(Settings other) {
    return new Drawbridge(name, lossRate, course, other, kinds);
  }

  Drawbridge on(Kind... some) {
    return new Drawbridge(name, lossRate, course, settings, Set.of(some));
  }

  @Override
  public String source() {
    return "this repository";
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
  }
}
