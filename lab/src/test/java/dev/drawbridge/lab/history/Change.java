package dev.drawbridge.lab.history;

import dev.drawbridge.simulator.rds.DbInstance;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What may happen to a database. RDS refuses what does not fit its present state. */
enum Change {
  FAIL_OVER(
      Kind::cluster,
      db -> db.rds().failover(db.id(), db.chance().nextBoolean() ? name(db.reader()) : none())),
  /** To the first instance, which in most histories has just left the writer group and drains. */
  FAIL_BACK(Kind::cluster, db -> db.rds().failover(db.id(), name(first(db)))),
  FAIL_OVER_TO_STANDBY(
      kind -> kind == Kind.MULTI_AZ_INSTANCE, db -> db.rds().reboot(db.id(), true)),
  CRASH_OF_WRITER(any(), db -> db.writer().ifPresent(w -> db.rds().crash(w.id()))),
  CRASH_OF_READER(any(), db -> db.reader().ifPresent(r -> db.rds().crash(r.id()))),
  REBOOT(any(), db -> db.oneOf(db.serving()).ifPresent(i -> db.rds().reboot(i.id(), false))),
  ADD_READER(Kind::cluster, db -> db.rds().addReader(db.id())),
  REMOVE_READER(any(), db -> db.reader().ifPresent(r -> db.rds().remove(r.id()))),
  REMOVE_WRITER(
      Kind::cluster,
      db -> db.reader().flatMap(r -> db.writer()).ifPresent(w -> db.rds().remove(w.id()))),
  REPLACE_HOST(any(), db -> db.oneOf(db.serving()).ifPresent(i -> db.rds().replaceHost(i.id()))),
  PAUSE_READER(any(), db -> db.reader().ifPresent(db::pause)),
  PAUSE_ALL_READERS(any(), db -> db.readers().forEach(db::pause)),
  PAUSE_WRITER(any(), db -> db.writer().ifPresent(db::pause)),
  MAINTENANCE(any(), db -> db.oneOf(db.serving()).ifPresent(i -> maintain(db, i))),
  BLUE_GREEN(
      kind -> kind == Kind.AURORA,
      db -> db.rds().switchOver(db.id(), db.rds().createGreen(db.id()))),
  PROMOTE_REPLICA(kind -> !kind.cluster(), db -> db.reader().ifPresent(r -> promote(db, r)));

  /** Statuses of an instance that serves; the last says nothing about that. */
  private static final List<String> MAINTAINED =
      List.of("backing-up", "modifying", "storage-optimization", "configuring-x", "upgrading");

  private final Predicate<Kind> fits;
  private final Consumer<LivingDatabase> effect;

  Change(Predicate<Kind> fits, Consumer<LivingDatabase> effect) {
    this.fits = fits;
    this.effect = effect;
  }

  /** One that can happen to this database. */
  static Change draw(LivingDatabase db) {
    List<Change> fitting = List.of(values()).stream().filter(c -> c.fits.test(db.kind())).toList();
    return fitting.get(db.chance().nextInt(fitting.size()));
  }

  /**
   * Lets it happen.
   *
   * @throws dev.drawbridge.simulator.operation.ServiceError if RDS refuses
   */
  void happen(LivingDatabase db) {
    effect.accept(db);
  }

  private static Predicate<Kind> any() {
    return kind -> true;
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Optional<String> name(Optional<DbInstance> instance) {
    return instance.map(i -> i.id().name());
  }

  private static Optional<DbInstance> first(LivingDatabase db) {
    return db.instances().stream().findFirst();
  }

  private static void maintain(LivingDatabase db, DbInstance instance) {
    if (!instance.status().equals(DbInstance.AVAILABLE)) {
      return;
    }
    String status = MAINTAINED.get(db.chance().nextInt(MAINTAINED.size()));
    db.rds().status(instance.id(), status);
    db.later(
        () ->
            db.instances().stream()
                .filter(i -> i.id().equals(instance.id()) && i.status().equals(status))
                .forEach(i -> db.rds().status(i.id(), DbInstance.AVAILABLE)));
  }

  private static void promote(LivingDatabase db, DbInstance replica) {
    db.scenario()
        .installation()
        .clientsOf("operator")
        .rds()
        .promoteReadReplica(r -> r.dbInstanceIdentifier(replica.id().name()));
  }
}
