package dev.drawbridge.lab.history;

import dev.drawbridge.lab.history.RefreshRuns.Ended;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Onboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * What may happen to an exposed database, drawn from a seed, under rules that hold at every step;
 * and in the end, when nothing happens any more, the path leads to the truth.
 */
final class RandomHistory {
  private static final int CHANGES = 6;

  /** More than a database of a history ever has instances. */
  private static final int ENOUGH_PORTS = 12;

  private static final String OTHER_CONSUMER = "333333333333";

  /**
   * The longest creation, recovery or wait of a failed run (12 min each at most), one after the
   * other, then a drift period and a refresh.
   */
  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(45);

  /** Once everything is right it stays so, whatever comes late: an event takes 5 min at most. */
  private static final Duration AFTERWARDS = Duration.ofMinutes(3);

  private final Random chance;
  private final Scenario scenario;
  private final Exposure path;
  private final LivingDatabase db;
  private final Observed observed;
  private final GroupRules groups;
  private final RefreshRuns runs;
  private final RunRules rules;
  private final PortRules ports;
  private final Weather weather;
  private final List<String> told = new ArrayList<>();
  private boolean asked;
  private Optional<Onboarding> onboarding = Optional.empty();

  /** Draws the database and everything that is to happen from the seed. */
  RandomHistory(long seed, Kind kind) {
    this.chance = new Random(seed);
    this.weather = new Weather(seed);
    this.scenario = weather.scenario();
    DbId id =
        scenario.provider().database(kind.draw(chance).parameter("max_connect_errors", "1000000"));
    int most = expose(id, new Random(seed * 31 + 7));
    this.path = Exposure.of(scenario, id);
    this.db = new LivingDatabase(scenario, id, kind, chance);
    this.observed = new Observed(db);
    this.groups = new GroupRules(path, observed, weather);
    this.ports = new PortRules(path, kind.cluster(), observed, weather, most);
    this.runs = new RefreshRuns(observed);
    this.rules = new RunRules(observed, runs, weather);
  }

  /** In half of all histories instances have ports; in half of these there are too few of them. */
  private int expose(DbId id, Random own) {
    if (own.nextBoolean()) {
      return 0;
    }
    int most = own.nextBoolean() ? ENOUGH_PORTS : 1 + own.nextInt(3);
    int writer = scenario.world().rds().instances(id).getFirst().shape().port() + 1;
    scenario.expose(
        RequestText.ofOwner(id.name())
            .with("instancePorts", true)
            .with("firstInstancePort", writer + 1)
            .with("lastInstancePort", writer + most));
    return most;
  }

  /**
   * Lets it all happen.
   *
   * @throws AssertionError with the whole story, if a rule is broken
   */
  void live() {
    try {
      scenario.world().states().onHistory(runs);
      scenario.installation().startSchedules(Rules.EVERY);
      weather.begin();
      int asked = chance.nextInt(3 * CHANGES);
      for (int i = 0; i < CHANGES; i++) {
        boolean soon = chance.nextBoolean();
        pass(Duration.ofSeconds(soon ? chance.nextInt(60) : 60 + chance.nextInt(300)));
        change();
        if (i == asked) {
          onboard();
        }
      }
      comeToRest();
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(broken.getMessage() + "\n" + story(), broken);
    }
  }

  private void change() {
    Change change = Change.draw(db);
    tell(change.name());
    try {
      change.happen(db);
    } catch (ServiceError refused) {
      tell("refused: " + refused.getMessage());
    }
  }

  /**
   * Another consumer asks for the database, in the middle of whatever goes on; beside the world's
   * other events, so that the rules are looked at between all of them.
   */
  private void onboard() {
    tell("another consumer asks");
    asked = true;
    RequestText request = RequestText.to(db.id().name()).with("consumerAccountId", OTHER_CONSUMER);
    scenario
        .world()
        .scheduler()
        .spawn(
            "another consumer", () -> onboarding = Optional.of(scenario.onboard(request.json())));
  }

  private void comeToRest() {
    tell("nothing more");
    if (!passUntil(this::restored, LONGEST_RECOVERY)) {
      throw new AssertionError(
          "after %s the groups hold %s and %s, not %s, the ports %s, with %d runs under way"
              .formatted(
                  LONGEST_RECOVERY,
                  path.writerGroup(),
                  path.readerGroup(),
                  path.roles(),
                  ports,
                  runs.running().size()));
    }
    tell("all is right");
    pass(AFTERWARDS);
    if (!observed.now().empty() && !path.writes()) {
      throw new AssertionError("a new connection to the writer port: " + path.connectToWrite());
    }
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

  private boolean restored() {
    return observed.now().atRest()
        && runs.running().isEmpty()
        && groups.holdTheTruth()
        && ports.holdTheTruth();
  }

  private void pass(Duration time) {
    passUntil(() -> false, time);
  }

  private boolean passUntil(BooleanSupplier end, Duration limit) {
    return scenario
        .world()
        .scheduler()
        .await(
            () -> {
              look();
              return end.getAsBoolean();
            },
            limit);
  }

  /** Between any two events of the world. */
  private void look() {
    boolean changed = observed.look();
    for (Ended ended : runs.takeEnded()) {
      rules.explained(ended);
      if (!changed && rules.isCurrent(ended)) {
        groups.refreshed();
      }
    }
    groups.look(changed);
    ports.look();
    rules.look();
  }

  private void tell(String what) {
    Instant now = scenario.world().scheduler().now();
    told.add("%s %s, of %s".formatted(now, what, observed.shown()));
  }

  private String story() {
    tell("broken");
    List<String> log = scenario.log();
    return "%s%n%s%n%s"
        .formatted(
            String.join("\n", told),
            observed.now(),
            String.join("\n", log.subList(Math.max(0, log.size() - 40), log.size())));
  }
}
