package dev.drawbridge.lab.inspection;

import dev.drawbridge.lab.scenario.Scenario;
import java.time.Duration;

/** Time that passes while the schedules look at what is exposed. */
record Looks(Scenario scenario) {

  /** Through hours a look now and then is enough: nothing else happens in them. */
  void pass(Duration time) {
    boolean hours = time.compareTo(Duration.ofHours(1)) > 0;
    scenario.installation().startSchedules(Duration.ofMinutes(hours ? 10 : 1));
    scenario.world().scheduler().pause(time);
  }
}
