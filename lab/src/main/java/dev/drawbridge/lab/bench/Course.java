package dev.drawbridge.lab.bench;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.RdsService;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** What happens to a database while it is watched. */
enum Course {
  /** The writer crashes, or is ordered to hand over. */
  ONE_FAILOVER {
    @Override
    void happen(Exposure exposure, Random chance, Runnable begins) {
      failOver(exposure, chance.nextBoolean());
    }
  },

  /** The same, and again while the first one's repair is under way. */
  SECOND_HALF_WAY {
    @Override
    void happen(Exposure exposure, Random chance, Runnable begins) {
      failOver(exposure, chance.nextBoolean());
      Duration later = Duration.ofSeconds(20 + chance.nextInt(90));
      boolean crash = chance.nextBoolean();
      scheduler(exposure).after(later, () -> again(exposure, crash, begins));
    }
  };

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  /**
   * Lets it happen.
   *
   * @param begins to be run right before a later failover, whose outage is measured anew
   */
  abstract void happen(Exposure exposure, Random chance, Runnable begins);

  /** As soon as there is a writer, and a reader that can take over. */
  private static void again(Exposure exposure, boolean crash, Runnable begins) {
    if (exposure.roles().writer().isPresent()) {
      try {
        begins.run();
        failOver(exposure, crash);
        return;
      } catch (ServiceError notYet) {
        // The first failover is not complete: RDS refuses another.
      }
    }
    scheduler(exposure).after(BETWEEN_TRIES, () -> again(exposure, crash, begins));
  }

  private static void failOver(Exposure exposure, boolean crash) {
    RdsService rds = exposure.scenario().world().rds();
    DbId database = exposure.database();
    DbId writer =
        rds.instances(database).stream()
            .filter(DbInstance::writable)
            .findFirst()
            .orElseThrow()
            .id();
    if (crash) {
      rds.crash(writer);
    } else if (writer.equals(database)) {
      rds.reboot(database, true);
    } else {
      rds.failover(database, Optional.empty());
    }
  }

  private static Scheduler scheduler(Exposure exposure) {
    return exposure.scenario().world().scheduler();
  }
}
