package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.lab.scenario.Refresh;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.delivery.DeliverySettings;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.RdsObserver;
import dev.drawbridge.simulator.rds.Server;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The writers of many databases crash within a minute, on the virtual clock with published delays
 * and API throttling.
 *
 * @param databases clusters of one writer and two readers
 * @param seed of all chance
 */
public record ZoneLoss(int databases, Throttles throttles, Mode mode, Course course, long seed) {
  private static final Duration CALM = Duration.ofMinutes(5);
  private static final Duration SPREAD = Duration.ofMinutes(1);
  private static final Duration AGAIN = Duration.ofMinutes(2);
  private static final Duration HORIZON = Duration.ofMinutes(45);
  private static final Duration STEP = Duration.ofSeconds(1);

  /** Longer than the load balancer sends connections to a target that was taken out. */
  private static final Duration WELL = Duration.ofMinutes(3);

  private static final int ONE_IN = 5;

  /** The inspection looks at each new path once, so many a minute: that is over before. */
  private static final int LOOKS_A_MINUTE = 6;

  /** Plays it. */
  public ZoneOutcome play() {
    Scenario scenario = Fleet.world(seed);
    List<Cluster> fleet = Fleet.expose(scenario, databases, mode);
    Simulator world = scenario.world();
    throttles.begin(world);
    scenario.installation().startSchedules(Rules.EVERY);
    world.scheduler().pause(CALM.plusMinutes(databases / LOOKS_A_MINUTE));
    Counting idle = Counting.begin(scenario);
    world.scheduler().pause(CALM);
    LaneOfCall lanes = Cluster.lanes(fleet);
    Tally quiet = idle.tally(lanes);
    worsen(world);
    watchPromotions(world, fleet);
    Counting storm = Counting.begin(scenario);
    Instant begun = world.scheduler().now();
    lose(world, fleet);
    boolean well = watch(scenario, fleet, begun);
    return ZoneOutcome.of(this, fleet, quiet, CALM, storm.tally(lanes), well);
  }

  private void worsen(Simulator world) {
    if (course == Course.MIXED) {
      DeliverySettings events = world.settings().rds().events();
      Spread minutes = Spread.between(Duration.ofMinutes(1), Duration.ofMinutes(4));
      world.rds().events(events.losing(0.1).late(0.1, minutes));
    }
  }

  private static void watchPromotions(Simulator world, List<Cluster> fleet) {
    Map<String, Cluster> byName = new HashMap<>();
    fleet.forEach(
        each ->
            world.rds().instances(each.database()).stream()
                .map(DbInstance::id)
                .forEach(id -> byName.put(id.name(), each)));
    world
        .rds()
        .observe(
            new RdsObserver() {
              @Override
              public void up(Server server) {}

              @Override
              public void down(Server server) {}

              @Override
              public void promoted(Server server) {
                Cluster cluster = byName.get(server.instance().name());
                if (cluster != null) {
                  cluster.promoted(world.scheduler().now());
                }
              }
            });
  }

  private void lose(Simulator world, List<Cluster> fleet) {
    Random chance = new Random(seed);
    for (int i = 0; i < fleet.size(); i++) {
      Cluster cluster = fleet.get(i);
      Duration at = Duration.ofMillis(chance.nextLong(SPREAD.toMillis()));
      Runnable crash = () -> cluster.crash(world.scheduler().now());
      world.scheduler().after(at, crash);
      if (course == Course.MIXED && i % ONE_IN == 0) {
        world.scheduler().after(at.plus(AGAIN), crash);
      }
    }
  }

  /** Until all is well and stays well, and no run is left. */
  private static boolean watch(Scenario scenario, List<Cluster> fleet, Instant begun) {
    Simulator world = scenario.world();
    Instant wellSince = begun;
    while (world.scheduler().now().isBefore(begun.plus(HORIZON))) {
      world.scheduler().await(() -> false, STEP);
      Instant now = world.scheduler().now();
      // All of them, also after the first that is not: each look is one of its samples.
      long bad = fleet.stream().filter(each -> !each.look(now)).count();
      wellSince = bad == 0 ? wellSince : now;
      if (now.isAfter(wellSince.plus(WELL))
          && Refresh.all(scenario).stream().allMatch(Refresh::ended)) {
        return true;
      }
    }
    return false;
  }
}
