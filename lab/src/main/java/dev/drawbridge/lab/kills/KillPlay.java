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
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.workflows.Rules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Plays one series on a {@link Stage} of its own. */
final class KillPlay {
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Stage stage;
  private final Series series;
  private final Random chance;
  private final Simulator world;
  private final Scheduler scheduler;
  private final Cluster cluster;
  private final Promotions promotions;

  KillPlay(Stage stage, Series series, Random chance) {
    this.stage = stage;
    this.series = series;
    this.chance = chance;
    this.world = stage.scenario().world();
    this.scheduler = world.scheduler();
    this.cluster = stage.cluster();
    this.promotions = new Promotions(scheduler);
    scheduler.exclusively(() -> world.rds().observe(promotions));
  }

  /**
   * Kills the writer again and again.
   *
   * @throws LabException if a failover does not come to its end
   */
  Seen play(int kills) {
    Exposure exposure = exposed();
    Map<String, List<Duration>> times = new LinkedHashMap<>();
    List<Way> ways = Way.start(exposure, cluster.dialect(), series.works());
    scheduler.exclusively(() -> world.callLog().clear());
    try {
      for (int kill = 0; kill < kills; kill++) {
        awaitCalm(exposure, ways);
        Instant promoted = strike();
        for (Way way : ways) {
          times
              .computeIfAbsent(way.words(), words -> new ArrayList<>())
              .add(Duration.between(promoted, firstGood(way, promoted)));
        }
      }
      awaitCalm(exposure, ways);
    } finally {
      ways.forEach(Way::close);
    }
    Set<Integer> acknowledged = new HashSet<>();
    ways.forEach(way -> acknowledged.addAll(way.writes().acknowledged()));
    Set<Integer> lost = new HashSet<>(acknowledged);
    lost.removeAll(held());
    return new Seen(series, times, acknowledged.size(), lost.size(), workerCalls());
  }

  private Exposure exposed() {
    stage.scenario().expose(RequestText.ofOwner("orders").with("instancePorts", true));
    Exposure exposure = Exposure.of(stage.scenario(), stage.database());
    if (series.works()) {
      stage.scenario().installation().startSchedules(Rules.EVERY);
    } else {
      stage.scenario().installation().disableRules();
    }
    Entry writer = new Entry("writer", exposure.writerPort());
    Attempt made =
        new Application(
                name -> List.of(exposure.address()), cluster.dialect(), writer, writer, chance)
            .createTable();
    if (made.error() != null) {
      throw new LabException("the consumer cannot make its table", made.error());
    }
    return exposure;
  }

  /** Until all serve, every reader has what was acknowledged, and every way leads to the writer. */
  private void awaitCalm(Exposure exposure, List<Way> ways) {
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

  private Instant strike() {
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
    Set<Integer> rows = new HashSet<>();
    try (Connection connection = cluster.writer().connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT id FROM items")) {
      while (result.next()) {
        rows.add(result.getInt(1));
      }
    } catch (SQLException e) {
      throw new LabException("cannot read what was written: " + e.getMessage(), e);
    }
    return rows;
  }

  private long workerCalls() {
    return scheduler.exclusively(
        () ->
            world.callLog().calls().stream()
                .filter(stage.scenario().installation()::byWorker)
                .count());
  }

  private static void until(BooleanSupplier condition, String complaint) {
    Deadline.of(LIMIT).until(LOOK, condition, () -> complaint);
  }
}
