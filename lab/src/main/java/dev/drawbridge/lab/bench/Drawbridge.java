package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.rds.RdsSettings;
import dev.drawbridge.workflows.Rules;

/**
 * This repository's own triggers, workers and state machine.
 *
 * @param lossRate the share of events that never arrive
 */
record Drawbridge(String name, double lossRate) implements Policy {

  @Override
  public String source() {
    return "this repository, switching mode classic";
  }

  @Override
  public void start(Exposure exposure) {
    RdsSettings rds = exposure.scenario().world().settings().rds();
    exposure.scenario().world().rds().events(rds.events().losing(lossRate));
    exposure.scenario().installation().startSchedules(Rules.EVERY);
  }
}
