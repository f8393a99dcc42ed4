package dev.drawbridge.lab.history;

import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What may happen to many exposed databases at once, drawn from a seed: changes of some of them,
 * and a zone that is lost, so that all writers crash within a minute. The rules of a single history
 * hold of each.
 */
final class FleetHistory {
  private static final int ROUNDS = 3;
  private static final int ZONE_LOST = 1;
  private static final int SPREAD_MILLIS = 60_000;

  private final Random chance;
  private final Scenario scenario;
  private final Weather weather;
  private final List<WatchedDatabase> databases;
  private final Watch watch;

  /** Draws the databases, of all kinds in turn, and everything that is to happen from the seed. */
  FleetHistory(long seed, int count) {
    this.chance = new Random(seed);
    this.weather = new Weather(seed);
    this.scenario = weather.scenario();
    Kind[] kinds = Kind.values();
    this.databases =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new WatchedDatabase(
                        weather,
                        kinds[i % kinds.length],
                        "orders-" + i,
                        new Random(seed * 1000 + i),
                        new Random(seed * 31 + i)))
            .toList();
    this.watch = new Watch(scenario, () -> databases.forEach(FleetHistory::look));
  }

  /**
   * Lets it all happen.
   *
   * @throws AssertionError with the story of the database of which a rule is broken
   */
  void live() {
    try {
      databases.forEach(WatchedDatabase::begin);
      scenario.installation().startSchedules(Rules.EVERY);
      weather.begin();
      for (int round = 0; round < ROUNDS; round++) {
        watch.pass(Duration.ofSeconds(chance.nextInt(240)));
        if (round == ZONE_LOST) {
          databases.forEach(each -> soon(() -> each.change(Change.CRASH_OF_WRITER)));
        } else {
          databases.stream()
              .filter(each -> chance.nextBoolean())
              .forEach(each -> soon(each::change));
        }
      }
      comeToRest();
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(broken.getMessage() + "\n" + watch.lastLines(), broken);
    }
  }

  private void soon(Runnable change) {
    scenario.world().scheduler().after(Duration.ofMillis(chance.nextInt(SPREAD_MILLIS)), change);
  }

  private void comeToRest() {
    watch.pass(Duration.ofMillis(SPREAD_MILLIS));
    if (!watch.passUntil(
        () -> databases.stream().allMatch(WatchedDatabase::restored),
        RandomHistory.LONGEST_RECOVERY)) {
      throw new AssertionError(
          databases.stream()
              .filter(each -> !each.restored())
              .map(WatchedDatabase::standing)
              .collect(Collectors.joining("\n")));
    }
    watch.pass(RandomHistory.AFTERWARDS);
    databases.forEach(WatchedDatabase::requireWrites);
  }

  private static void look(WatchedDatabase database) {
    try {
      database.look();
    } catch (AssertionError broken) {
      throw new AssertionError(broken.getMessage() + "\n" + database.story(), broken);
    }
  }
}
