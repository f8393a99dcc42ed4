package dev.drawbridge.lab.history;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may become of a database that was approved, among others that may get its name and its
 * addresses, drawn from a seed: its consumers are led to it, or nowhere.
 */
final class IdentityHistory {
  private static final int FATES = 8;

  /**
   * Two looks, five minutes apart, by a check that comes each minute, after the longest refusal.
   */
  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(100);

  private final Random chance;
  private final Scenario scenario;
  private final Exposure path;
  private final Neighbourhood place;
  private final IdentityRules rules;
  private final Weather weather;
  private final Watch watch;
  private final List<String> told = new ArrayList<>();

  IdentityHistory(long seed) {
    this.chance = new Random(seed);
    this.weather = new Weather(seed);
    this.scenario = weather.scenario();
    boolean cluster = chance.nextInt(4) != 0;
    DbId id = scenario.provider().database(shape(cluster, "orders"));
    this.path = Exposure.of(scenario, id);
    this.place = new Neighbourhood(scenario, chance, id, cluster, name -> shape(cluster, name));
    this.rules = new IdentityRules(path, place, weather.longestNameLag());
    this.watch = new Watch(scenario, rules::look);
  }

  private NewDatabase shape(boolean cluster, String name) {
    NewDatabase database =
        cluster
            ? NewDatabase.aurora(Engine.AURORA_POSTGRESQL, name).readers(chance.nextInt(3))
            : NewDatabase.instance(Engine.POSTGRESQL, name);
    return database.parameter("max_connect_errors", "1000000");
  }

  /**
   * Lets it all happen.
   *
   * @throws AssertionError with the whole story, if a rule is broken
   */
  void live() {
    try {
      scenario.installation().startSchedules(Rules.EVERY);
      weather.begin();
      for (int i = 0; i < FATES; i++) {
        boolean soon = chance.nextInt(3) == 0;
        watch.pass(Duration.ofSeconds(soon ? chance.nextInt(90) : 90 + chance.nextInt(1500)));
        rules.connect();
        fate();
      }
      comeToRest();
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(broken.getMessage() + "\n" + story(), broken);
    }
  }

  private void fate() {
    Fate fate = Fate.draw(place);
    tell(fate.name());
    try {
      fate.happen(place);
    } catch (ServiceError refused) {
      tell("refused: " + refused.getMessage());
    }
  }

  private void comeToRest() {
    tell("nothing more");
    if (!watch.passUntil(this::right, LONGEST_RECOVERY)) {
      throw new AssertionError(
          "after %s the groups hold %s and %s"
              .formatted(LONGEST_RECOVERY, path.writerGroup(), path.readerGroup()));
    }
    watch.pass(Duration.ofMinutes(6));
    rules.connect();
    if (!right()) {
      throw new AssertionError(
          "it did not stay right: %s and %s".formatted(path.writerGroup(), path.readerGroup()));
    }
    if (place.exposed().isEmpty() && path.connectToWrite() instanceof Reached reached) {
      throw new AssertionError("a consumer of a deleted database reaches " + reached);
    }
  }

  /** The groups hold the database that was approved, or nothing if it is gone. */
  private boolean right() {
    List<DbInstance> own = place.own().stream().filter(DbInstance::serving).toList();
    boolean settled =
        own.size() == place.own().size()
            && own.stream().allMatch(i -> i.status().equals(DbInstance.AVAILABLE))
            && (own.isEmpty() || own.stream().anyMatch(DbInstance::writable));
    if (place.unseen() || !place.calm() || !settled) {
      return false;
    }
    Set<String> writers = addresses(own.stream().filter(DbInstance::writable).toList());
    Set<String> readers = addresses(own.stream().filter(i -> !i.writable()).toList());
    return path.writerGroup().equals(writers)
        && path.readerGroup().equals(readers.isEmpty() ? writers : readers);
  }

  private static Set<String> addresses(List<DbInstance> instances) {
    return instances.stream().map(DbInstance::address).collect(Collectors.toSet());
  }

  private void tell(String what) {
    Instant now = scenario.world().scheduler().now();
    told.add(
        "%s %s; exposed %s %s, others %s; groups %s %s"
            .formatted(
                now,
                what,
                place.exposed().map(DbId::name).orElse("nothing"),
                place.own().stream().map(IdentityHistory::shown).toList(),
                place.others().stream().map(DbId::name).toList(),
                path.writerGroup(),
                path.readerGroup()));
  }

  private static String shown(DbInstance instance) {
    return "%s %s %s%s"
        .formatted(
            instance.id().name(),
            instance.address(),
            instance.status(),
            instance.serving() ? instance.writable() ? " writes" : " reads" : "");
  }

  private String story() {
    tell("broken");
    return String.join("\n", told) + "\n" + watch.lastLines();
  }
}
