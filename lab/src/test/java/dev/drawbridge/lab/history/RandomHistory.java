package dev.drawbridge.lab.history;

import dev.drawbridge.lab.scenario.Onboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * What may happen to an exposed database, drawn from a seed, under rules that hold at every step;
 * and in the end, when nothing happens any more, the path leads to the truth.
 */
final class RandomHistory {
  private static final int CHANGES = 6;

  private static final String OTHER_CONSUMER = "333333333333";

  /**
   * The longest creation, recovery or wait of a failed run (12 min each at most), one after the
   * other, then a drift period and a refresh.
   */
  static final Duration LONGEST_RECOVERY = Duration.ofMinutes(45);

  /** Once everything is right it stays so, whatever comes late: an event takes 5 min at most. */
  static final Duration AFTERWARDS = Duration.ofMinutes(3);

  private final Random chance;
  private final Scenario scenario;
  private final WatchedDatabase database;
  private final Weather weather;
  private final Watch watch;
  private boolean asked;
  private Optional<Onboarding> onboarding = Optional.empty();

  /** Draws the database and everything that is to happen from the seed. */
  RandomHistory(long seed, Kind kind) {
    this.chance = new Random(seed);
    this.weather = new Weather(seed);
    this.scenario = weather.scenario();
    this.database = new WatchedDatabase(weather, kind, "orders", chance, new Random(seed * 31 + 7));
    this.watch = new Watch(scenario, database::look);
  }

  /**
   * Lets it all happen.
   *
   * @throws AssertionError with the whole story, if a rule is broken
   */
  void live() {
    try {
      database.begin();
      scenario.installation().startSchedules(Rules.EVERY);
      weather.begin();
      int asked = chance.nextInt(3 * CHANGES);
      for (int i = 0; i < CHANGES; i++) {
        boolean soon = chance.nextBoolean();
        watch.pass(Duration.ofSeconds(soon ? chance.nextInt(60) : 60 + chance.nextInt(300)));
        database.change();
        if (i == asked) {
          onboard();
        }
      }
      comeToRest();
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(broken.getMessage() + "\n" + story(), broken);
    }
  }

  /**
   * Another consumer asks for the database, in the middle of whatever goes on; beside the world's
   * other events, so that the rules are looked at between all of them.
   */
  private void onboard() {
    database.tell("another consumer asks");
    asked = true;
    RequestText request =
        RequestText.to(database.db().id().name()).with("consumerAccountId", OTHER_CONSUMER);
    scenario
        .world()
        .scheduler()
        .spawn(
            "another consumer", () -> onboarding = Optional.of(scenario.onboard(request.json())));
  }

  private void comeToRest() {
    database.tell("nothing more");
    if (!watch.passUntil(database::restored, LONGEST_RECOVERY)) {
      throw new AssertionError("after %s %s".formatted(LONGEST_RECOVERY, database.standing()));
    }
    database.tell("all is right");
    watch.pass(AFTERWARDS);
    database.requireWrites();
    if (asked && onboarding.isEmpty()) {
      throw new AssertionError("the other consumer's request was not taken");
    }
    onboarding.ifPresent(RandomHistory::invitedOrRefused);
  }

  /** A writer that did not serve at the time, or none at all, is the only reason to refuse. */
  private static void invitedOrRefused(Onboarding run) {
    DescribeExecutionResponse seen = run.describe();
    boolean invited = run.statesEntered().getLast().equals("WaitForConsumer");
    String cause = String.valueOf(seen.cause());
    boolean refused = cause.contains("does not serve now") || cause.contains("it has no instance");
    if (!invited && !refused) {
      throw new AssertionError(
          "the other consumer's onboarding went %s: %s".formatted(run.statesEntered(), seen));
    }
  }

  private String story() {
    return database.story() + "\n" + watch.lastLines();
  }
}
