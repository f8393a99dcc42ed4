package dev.drawbridge.lab.kills;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.lab.consumer.Application;
import dev.drawbridge.lab.consumer.Application.Entry;
import dev.drawbridge.lab.consumer.Attempt;
import dev.drawbridge.lab.database.Cluster;
import dev.drawbridge.lab.database.Deadline;
import dev.drawbridge.lab.database.Server;
import dev.drawbridge.lab.demo.Stage;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Refresh;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.workflows.Rules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Plays all series on one {@link Stage}, whose database is exposed and onboarded to. */
final class KillPlay {
  private static final Duration LOOK = Duration.ofMillis(20);

  private final Stage stage;
  private final Exposure exposure;
  private final Random chance;
  private final TimeLimit limit;
  private final Simulator world;
  private final Scheduler scheduler;
  private final Cluster cluster;
  private final Promotions promotions;
  private int rows = 1;

  private KillPlay(Stage stage, Exposure exposure, Random chance, TimeLimit limit) {
    this.stage = stage;
    this.exposure = exposure;
    this.chance = chance;
    this.limit = limit;
    this.world = stage.scenario().world();
    this.scheduler = world.scheduler();
    this.cluster = stage.cluster();
    this.promotions = new Promotions(scheduler);
    scheduler.exclusively(() -> world.rds().observe(promotions));
  }

  /**
   * Onboards the consumer, who makes its table.
   *
   * @param limit of a kill; half of it is for each thing that is waited for
   * @throws LabException if the consumer cannot
   */
  static KillPlay begin(Stage stage, Random chance, TimeLimit limit) {
    stage.scenario().expose(RequestText.ofOwner("orders").with("instancePorts", true));
    Exposure exposure = Exposure.of(stage.scenario(), stage.database());
    stage.scenario().installation().startSchedules(Rules.EVERY);
    Entry writer = new Entry("writer", exposure.writerPort());
    Attempt made =
        new Application(
                name -> List.of(exposure.address()),
                stage.cluster().dialect(),
                writer,
                writer,
                chance)
            .createTable();
    if (made.error() != null) {
      throw new LabException("the consumer cannot make its table", made.error());
    }
    return new KillPlay(stage, exposure, chance, limit);
  }

  /**
   * Kills the writer again and again.
   *
   * @param told of each kill, as soon as it is over
   * @return AWS API calls that workers of ours made meanwhile
   * @throws LabException naming the kill, if it does not come to its end
   */
  long play(Series series, int kills, Consumer<Kill> told) {
    if (!series.works()) {
      limit.within(series.words() + ", workers that end", this::stopWorkers);
    }
    scheduler.exclusively(() -> world.callLog().clear());
    List<Way> ways = Way.start(exposure, cluster.dialect(), series.works(), rows);
    rows += ways.size() * Way.ROWS_OF_ONE;
    try {
      for (int i = 1; i <= kills; i++) {
        int number = i;
        told.accept(
            limit.within(
                "%s, kill %d of %d".formatted(series.words(), i, kills),
                () -> kill(series, number, ways)));
      }
    } finally {
      ways.forEach(Way::close);
    }
    return workerCalls();
  }

  /** Nobody starts them again: what is under way comes to its end. */
  private boolean stopWorkers() {
    stage.scenario().installation().disableRules();
    until(
        () ->
            scheduler.exclusively(
                () -> Refresh.all(stage.scenario()).stream().allMatch(Refresh::ended)),
        "a refresh does not end");
    return true;
  }

  private Kill kill(Series series, int number, List<Way> ways) {
    awaitCalm(ways);
    Instant promoted = strike(series);
    Map<String, Duration> times = new LinkedHashMap<>();
    for (Way way : ways) {
      times.put(way.words(), Duration.between(promoted, firstGood(way, promoted)));
    }
    Set<Integer> acknowledged = new HashSet<>(); // first: what is held may only be more
    ways.forEach(way -> acknowledged.addAll(way.writes().acknowledged()));
    Set<Integer> lost = new HashSet<>(acknowledged);
    lost.removeAll(held());
    return new Kill(series, number, times, acknowledged.size(), lost);
  }

  /** Until all serve, every reader has what was acknowledged, and every way leads to the writer. */
  private void awaitCalm(List<Way> ways) {
    Instant from = scheduler.now();
    until(
        () -> ways.stream().allMatch(way -> way.writes().firstGoodAfter(from).isPresent()),
        "a way does not lead to the writer");
    int row = ways.getFirst().writes().acknowledged().stream().max(Integer::compare).orElseThrow();
    until(() -> cluster.servers().size() == 3 && allHold(row), "a reader does not follow");
    until(
        () ->
            scheduler.exclusively(
                () ->
                    exposure.instancePorts().stream()
                        .allMatch(port -> exposure.serverBehind(port).isPresent())),
        "a port of an instance leads nowhere");
    scheduler.pause(Duration.ofMillis(300 + chance.nextInt(1000)));
  }

  private boolean allHold(int row) {
    try {
      return cluster.servers().stream()
          .map(server -> server.query("SELECT COUNT(*) FROM items WHERE id = " + row))
          .allMatch("1"::equals);
    } catch (LabException notYet) {
      return false;
    }
  }

  private Instant strike(Series series) {
    Server victim = cluster.writer();
    scheduler.exclusively(
        () -> {
          promotions.forget();
          series.strike().at(stage, victim);
        });
    until(() -> scheduler.exclusively(promotions::seen).isPresent(), "nobody is promoted");
    return scheduler.exclusively(promotions::seen).orElseThrow();
  }

  private Instant firstGood(Way way, Instant promoted) {
    until(() -> way.writes().firstGoodAfter(promoted).isPresent(), way.words() + ": no good write");
    return way.writes().firstGoodAfter(promoted).orElseThrow();
  }

  private Set<Integer> held() {
    Set<Integer> held = new HashSet<>();
    try (Connection connection = cluster.writer().connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT id FROM items")) {
      while (result.next()) {
        held.add(result.getInt(1));
      }
    } catch (SQLException e) {
      throw new LabException("cannot read what was written: " + e.getMessage(), e);
    }
    return held;
  }

  private long workerCalls() {
    return scheduler.exclusively(
        () ->
            world.callLog().calls().stream()
                .filter(stage.scenario().installation()::byWorker)
                .count());
  }

  private void until(BooleanSupplier condition, String complaint) {
    Deadline.of(limit.longest().dividedBy(2)).until(LOOK, condition, () -> complaint);
  }
}
