package dev.drawbridge.lab.history;

import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.RdsService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The database of a history, for whoever changes it: its instances by what they do now. */
record LivingDatabase(Scenario scenario, DbId id, Kind kind, Random chance) {

  /** Under which it was exposed. */
  String arn() {
    return id.arn(kind.cluster() ? "cluster" : "db");
  }

  RdsService rds() {
    return scenario.world().rds();
  }

  /** A cluster's members, or an instance and its replicas. */
  List<DbInstance> instances() {
    return rds().instances(id);
  }

  List<DbInstance> serving() {
    return instances().stream().filter(DbInstance::serving).toList();
  }

  Optional<DbInstance> writer() {
    return serving().stream().filter(DbInstance::writable).findFirst();
  }

  List<DbInstance> readers() {
    return serving().stream().filter(instance -> !instance.writable()).toList();
  }

  Optional<DbInstance> reader() {
    return oneOf(readers());
  }

  Optional<DbInstance> oneOf(List<DbInstance> some) {
    return some.isEmpty() ? Optional.empty() : Optional.of(some.get(chance.nextInt(some.size())));
  }

  /** Half a minute to six minutes from now: within a refresh, or after it. */
  void later(Runnable task) {
    scenario.world().scheduler().after(Duration.ofSeconds(30 + chance.nextInt(330)), task);
  }

  /**
   * Stops an instance, and starts it again later unless something else became of it. RDS refuses if
   * it has a read replica or is one.
   */
  void pause(DbInstance instance) {
    if (instance.cluster().isEmpty() && instances().size() > 1) {
      return;
    }
    boolean writable = instance.writable();
    rds().stop(instance.id());
    later(
        () ->
            instances().stream()
                .filter(i -> i.id().equals(instance.id()) && i.status().equals("stopped"))
                .forEach(i -> rds().start(i.id(), writable)));
  }
}
