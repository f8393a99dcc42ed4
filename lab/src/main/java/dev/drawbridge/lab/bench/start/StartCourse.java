package dev.drawbridge.lab.bench.start;

import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Refresh;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Catalogue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two failovers: the first unprimed, the second primed. */
final class StartCourse {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final StartBench bench;
  private final Scenario scenario;
  private final Map<String, Start> unprimed = new HashMap<>();
  private final Map<String, Start> primed = new HashMap<>();

  StartCourse(StartBench bench) {
    this.bench = bench;
    this.scenario = bench.scenario();
  }

  /** The measurements, one for each worker that starts from a snapshot. */
  List<Pair> run() {
    DbId database =
        scenario
            .world()
            .scheduler()
            .exclusively(
                () ->
                    scenario
                        .provider()
                        .database(
                            NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1)));
    Approver approver = scenario.approver("grace@example.com");
    String request = RequestText.to("orders").json();
    Encounter.start(scenario, scenario.consumer(), approver, request).finish();
    Set<String> snapshots = Set.copyOf(Catalogue.keptAlive());
    bench.measure(snapshots, false, start -> unprimed.put(start.handler(), start));
    failOver(database);
    bench.measure(snapshots, true, start -> primed.put(start.handler(), start));
    failOver(database);
    return Catalogue.keptAlive().stream().map(this::pair).toList();
  }

  /**
   * One worker both ways.
   *
   * @param unprimed started as without SnapStart
   * @param primed started as with it
   */
  record Pair(Start unprimed, Start primed) {}

  private void failOver(DbId database) {
    int before = Refresh.all(scenario).size();
    scenario
        .world()
        .scheduler()
        .exclusively(() -> scenario.world().rds().failover(database, Optional.empty()));
    boolean followed = scenario.world().scheduler().await(() -> followed(before), PATIENCE);
    if (!followed) {
      throw new IllegalStateException(
          "the failover was not followed: " + String.join("\n", scenario.log()));
    }
  }

  private boolean followed(int before) {
    List<Refresh> all = Refresh.all(scenario);
    return all.size() > before && all.stream().allMatch(Refresh::ended);
  }

  private Pair pair(String worker) {
    Start without = unprimed.get(worker);
    Start with = primed.get(worker);
    if (without == null || with == null) {
      throw new IllegalStateException(worker + " was not called");
    }
    return new Pair(without, with);
  }
}
