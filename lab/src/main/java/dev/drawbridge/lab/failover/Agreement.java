package dev.drawbridge.lab.failover;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.RdsService;
import java.util.List;

/**
 * Whether API and DNS both tell the truth about the writer: before, nobody can know it. DNS tells
 * it when a look-up is answered with it, so not while a resolver still remembers the old answer.
 */
record Agreement(Exposure exposure) {

  boolean reached() {
    return rds().instances(exposure.database()).stream()
        .filter(instance -> instance.serving() && instance.writable())
        .anyMatch(writer -> shown(writer) && named(writer));
  }

  private boolean shown(DbInstance writer) {
    boolean role =
        writer.cluster().isEmpty()
            || rds()
                .cluster(exposure.database())
                .shownWriter()
                .filter(writer.id().name()::equals)
                .isPresent();
    return role && writer.placement().shownZone().equals(writer.placement().node().subnet().zone());
  }

  private boolean named(DbInstance writer) {
    return exposure
        .scenario()
        .resolver()
        .shown(rds().instanceName(writer.id()))
        .equals(List.of(writer.address()));
  }

  private RdsService rds() {
    return world().rds();
  }

  private Simulator world() {
    return exposure.scenario().world();
  }
}
