package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.consumer.Application;
import dev.drawbridge.lab.consumer.HostList;
import dev.drawbridge.lab.consumer.Load;
import dev.drawbridge.lab.consumer.Writes;
import dev.drawbridge.lab.database.Server;
import dev.drawbridge.lab.failover.FailoverWatch;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Plays one failover on a {@link Stage} under a steady load: the writer's process is killed, and
 * everything else follows by itself.
 */
final class FailoverScene {
  private static final Duration STEP = Duration.ofMillis(50);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  /** How long the load runs before the kill, and how long after all is well. */
  private static final Duration CALM = Duration.ofMillis(1500);

  /** More than the load by the writer's port writes. */
  private static final int ROWS_OF_THE_LOAD = 100_000_000;

  private final Stage stage;
  private final Exposure exposure;
  private final Progress progress;
  private final Duration limit;
  private final Simulator world;
  private final Timeline timeline = new Timeline();
  private final FailoverLog log;
  private final FailoverWatch watch;
  private final TargetLog targets;

  /**
   * Begins to write down what happens.
   *
   * @param limit after which the path counts as not repaired
   */
  FailoverScene(Stage stage, Exposure exposure, Progress progress, Duration limit) {
    this.stage = stage;
    this.exposure = exposure;
    this.progress = progress;
    this.limit = limit;
    this.world = stage.scenario().world();
    this.log = new FailoverLog(exposure, timeline, progress);
    this.targets = new TargetLog(exposure, timeline);
    this.watch =
        world
            .scheduler()
            .exclusively(
                () -> {
                  log.begin();
                  world.states().onHistory(new RunLog(timeline)::recorded);
                  return new FailoverWatch(exposure);
                });
  }

  /**
   * Plays it until everything is as it was, with other roles.
   *
   * @param firstId of the rows that the load writes
   * @throws LabException if the path is not repaired in time
   */
  FailoverSeen play(Application application, int firstId) {
    stage.scenario().installation().startSchedules(Rules.EVERY);
    progress.note("consumer", "writes and reads all the time");
    Writes ports = throughPorts(firstId + ROWS_OF_THE_LOAD);
    Load load = new Load(application, firstId, BETWEEN_ATTEMPTS);
    Server victim = stage.cluster().writer();
    Repair repair;
    try (load;
        ports) {
      watchFor(CALM);
      repair = new Repair(exposure, kill(victim), victim.host().address());
      awaitRepair(repair, load, victim);
      watchFor(CALM);
    }
    Instant settled = world.scheduler().exclusively(repair::settledAt).orElseThrow();
    progress.note(
        "refresh-targets", "has recorded that the switch settled " + since(repair, settled));
    return FailoverSeen.of(
        world.scheduler().exclusively(watch::milestones),
        impact(load, repair, victim),
        new Impact(
            victim.dialect(), repair.since(), victim.host().number(), ports.attempts(), List.of()),
        settled,
        timeline);
  }

  /** Who finds the writer, beside those who are led to it. */
  private Writes throughPorts(int firstId) {
    List<Integer> ports = world.scheduler().exclusively(exposure::instancePorts);
    return new Writes(
        stage.cluster().dialect(),
        new HostList(stage.cluster().dialect(), exposure.address(), ports),
        firstId,
        BETWEEN_ATTEMPTS);
  }

  private Instant kill(Server victim) {
    String name = victim.host().name();
    progress.note("lab", "kills the writer's process, " + name + " (SIGKILL)");
    return world
        .scheduler()
        .exclusively(
            () -> {
              watch.begin();
              Instant now = world.scheduler().now();
              victim.process().destroyForcibly(); // RDS is not told: it has to notice
              return now;
            });
  }

  private void awaitRepair(Repair repair, Load load, Server victim) {
    Instant deadline = world.scheduler().now().plus(limit);
    boolean told = false;
    Optional<String> missing = Optional.of("nothing has happened yet");
    while (missing.isPresent()) {
      if (world.scheduler().now().isAfter(deadline)) {
        throw new LabException(
            "the failover is not repaired after %d s: %s"
                .formatted(limit.toSeconds(), missing.get()));
      }
      watchFor(STEP);
      Impact impact = impact(load, repair, victim);
      told = told || tell(repair, impact);
      missing = missing(repair, impact);
    }
    progress.note("consumer", "reads from the old writer, now a reader");
  }

  private Impact impact(Load load, Repair repair, Server victim) {
    return new Impact(
        victim.dialect(), repair.since(), victim.host().number(), load.writes(), load.reads());
  }

  private boolean tell(Repair repair, Impact impact) {
    Optional<Instant> good = impact.firstGoodWrite();
    good.ifPresent(at -> progress.note("consumer", "writes succeed again " + since(repair, at)));
    return good.isPresent();
  }

  private static String since(Repair repair, Instant at) {
    double seconds = Duration.between(repair.since(), at).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%.1f s after the kill", seconds);
  }

  private Optional<String> missing(Repair repair, Impact impact) {
    Optional<String> inWorld = world.scheduler().exclusively(repair::missing);
    if (inWorld.isPresent()) {
      return inWorld;
    }
    Instant settled = world.scheduler().exclusively(repair::settledAt).orElseThrow();
    if (!impact.writesSince(settled)) {
      return Optional.of("no write has succeeded since the switch settled");
    }
    return impact.victimRead().isPresent()
        ? Optional.empty()
        : Optional.of("no read has reached the old writer");
  }

  /** Lets the world go on, looking at it between any two of its events. */
  private void watchFor(Duration time) {
    Instant end = world.scheduler().now().plus(time);
    while (world.scheduler().now().isBefore(end)) {
      world
          .scheduler()
          .await(
              () -> {
                watch.look();
                log.look();
                return false;
              },
              STEP);
      targets.sample();
    }
  }
}
