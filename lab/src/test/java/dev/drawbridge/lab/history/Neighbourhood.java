package dev.drawbridge.lab.history;

import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.RdsService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * The database that was approved, whatever it is called by now, and those around it: they may get
 * its name and its addresses, and are never what a consumer was let in to.
 */
final class Neighbourhood {
  /** A switchover is over by then, or has failed. */
  private static final Duration SWITCHOVER = Duration.ofMinutes(20);

  private final Scenario scenario;
  private final Random chance;
  private final Function<String, NewDatabase> shape;
  private final boolean cluster;
  private final List<DbId> others = new ArrayList<>();
  private final Set<DbId> switched = new HashSet<>();
  private final DbId namesake;
  private Optional<DbId> exposed;
  private Instant calmFrom = Instant.MIN;
  private Instant refusedUntil = Instant.MIN;
  private Instant throttledUntil = Instant.MIN;
  private int made;

  Neighbourhood(
      Scenario scenario,
      Random chance,
      DbId exposed,
      boolean cluster,
      Function<String, NewDatabase> shape) {
    this.scenario = scenario;
    this.chance = chance;
    this.exposed = Optional.of(exposed);
    this.namesake = exposed;
    this.cluster = cluster;
    this.shape = shape;
    var faults = scenario.world().faults();
    faults.forbid(
        (caller, action) ->
            looks(action)
                && scenario.installation().isWorker(caller)
                && now().isBefore(refusedUntil));
    faults.plan(
        (caller, action) ->
            looks(action)
                && scenario.installation().isWorker(caller)
                && now().isBefore(throttledUntil)
                && chance.nextInt(10) != 0,
        Fault.THROTTLED,
        Integer.MAX_VALUE);
  }

  Random chance() {
    return chance;
  }

  /** The database that was approved; empty once it has been deleted. */
  Optional<DbId> exposed() {
    return exposed;
  }

  boolean cluster() {
    return cluster;
  }

  List<DbId> others() {
    return others;
  }

  /** Whether no switchover is under way. */
  boolean calm() {
    return !now().isBefore(calmFrom);
  }

  /** Whether workers may be unable to see what RDS would show. */
  boolean unseen() {
    return now().isBefore(refusedUntil) || now().isBefore(throttledUntil);
  }

  /** Whether a database is at rest: nothing of it comes, goes or fails over. */
  boolean atRest(DbId id) {
    List<DbInstance> members = rds().instances(id);
    return rds().cluster(id).status().equals(DbInstance.AVAILABLE)
        && rds().writer(id).isPresent()
        && members.stream().allMatch(i -> i.serving() && i.status().equals(DbInstance.AVAILABLE));
  }

  /** One switchover a name: how RDS calls the second predecessor is not known. */
  boolean mayBeSwitched() {
    return exposed.filter(id -> !switched.contains(id)).isPresent();
  }

  boolean nameIsFree() {
    return exposed.filter(namesake::equals).isEmpty()
        && others.stream().noneMatch(namesake::equals);
  }

  /** The instances of the database that was approved. */
  List<DbInstance> own() {
    return exposed.map(rds()::instances).orElse(List.of());
  }

  void failOver() {
    rds().failover(exposed.orElseThrow(), Optional.empty());
  }

  void addReader() {
    rds().addReader(exposed.orElseThrow());
  }

  void removeReader() {
    own().stream()
        .filter(i -> i.serving() && !i.writable())
        .findAny()
        .ifPresent(i -> rds().remove(i.id()));
  }

  void removeAny() {
    own().stream().filter(DbInstance::serving).findAny().ifPresent(i -> rds().remove(i.id()));
  }

  /** What was blue lives on under another name, and is not what was approved. */
  void switchOver() {
    DbId blue = exposed.orElseThrow();
    switched.add(blue);
    rds().switchOver(blue, rds().createGreen(blue));
    calmFrom = now().plus(SWITCHOVER);
  }

  void delete() {
    rds().destroy(exposed.orElseThrow());
    exposed = Optional.empty();
  }

  void rename() {
    exposed = Optional.of(rds().rename(exposed.orElseThrow(), "moved" + ++made));
  }

  void createOther() {
    others.add(create("other" + ++made));
  }

  void createNamesake() {
    others.add(create(namesake.name()));
  }

  void deleteOther() {
    rds().destroy(others.remove(chance.nextInt(others.size())));
  }

  void renameOther() {
    int which = chance.nextInt(others.size());
    if (!atRest(others.get(which))) {
      return;
    }
    others.set(which, rds().rename(others.get(which), namesake.name()));
  }

  void refuse() {
    refusedUntil = now().plus(aWhile());
  }

  void throttle() {
    throttledUntil = now().plus(aWhile());
  }

  private DbId create(String name) {
    return scenario.provider().database(shape.apply(name));
  }

  private Duration aWhile() {
    return Duration.ofSeconds(60 + chance.nextInt(1800));
  }

  private static boolean looks(String action) {
    return action.startsWith("rds:Describe");
  }

  private RdsService rds() {
    return scenario.world().rds();
  }

  private Instant now() {
    return scenario.world().scheduler().now();
  }
}
