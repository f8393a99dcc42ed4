package dev.drawbridge.lab.history;

import dev.drawbridge.lab.history.RefreshRuns.Ended;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.ec2.SecurityGroupRecord;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.rds.DbId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One exposed database of a history, and the rules that hold of it at every step. */
final class WatchedDatabase {
  /** More than a database of a history ever has instances. */
  private static final int ENOUGH_PORTS = 12;

  private final Scenario scenario;
  private final Exposure path;
  private final LivingDatabase db;
  private final Observed observed;
  private final GroupRules groups;
  private final RefreshRuns runs;
  private final RunRules rules;
  private final PortRules ports;
  private final List<String> told = new ArrayList<>();

  /**
   * Sets it up and exposes it.
   *
   * @param chance of all that is to happen to it
   * @param own of its ports
   */
  WatchedDatabase(Weather weather, Kind kind, String name, Random chance, Random own) {
    this.scenario = weather.scenario();
    // Guarded by a group of its own: a group holds too few rules for many load balancers.
    SecurityGroupRecord group =
        scenario.world().ec2().createSecurityGroup(scenario.provider().vpc(), name, name);
    DbId id =
        scenario
            .provider()
            .database(
                kind.draw(chance, name, group.id()).parameter("max_connect_errors", "1000000"),
                group);
    int most = expose(id, own);
    this.path = Exposure.of(scenario, id);
    this.db = new LivingDatabase(scenario, id, kind, chance);
    this.observed = new Observed(db);
    this.groups = new GroupRules(path, observed, weather);
    this.ports = new PortRules(path, kind.cluster(), observed, weather, most);
    this.runs = new RefreshRuns(observed, db.arn());
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

  /** From now on its runs are followed. */
  void begin() {
    scenario.world().states().onHistory(runs);
  }

  LivingDatabase db() {
    return db;
  }

  /** Something happens to it that fits; RDS may refuse. */
  void change() {
    change(Change.draw(db));
  }

  /** The same of one's own choice. */
  void change(Change change) {
    tell(change.name());
    try {
      change.happen(db);
    } catch (ServiceError refused) {
      tell("refused: " + refused.getMessage());
    }
  }

  /** To be called between any two events of the world. */
  void look() {
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

  /** Whether nothing is going on, and all leads to the truth. */
  boolean restored() {
    return observed.now().atRest()
        && runs.running().isEmpty()
        && groups.holdTheTruth()
        && ports.holdTheTruth();
  }

  /** How it stands. */
  String standing() {
    return "%s: the groups hold %s and %s, not %s, the ports %s, with %d runs under way"
        .formatted(
            db.id().name(),
            path.writerGroup(),
            path.readerGroup(),
            path.roles(),
            ports,
            runs.running().size());
  }

  /**
   * Connects as a consumer does.
   *
   * @throws AssertionError unless it reaches the writer
   */
  void requireWrites() {
    if (!observed.now().empty() && !path.writes()) {
      throw new AssertionError("a new connection to the writer port: " + path.connectToWrite());
    }
  }

  /** Notes what happens, for the story. */
  void tell(String what) {
    told.add("%s %s, of %s".formatted(observed.instant(), what, observed.shown()));
  }

  /** What has happened to it, and how it stands. */
  String story() {
    tell("broken");
    return String.join("\n", told) + "\n" + observed.now();
  }
}
