package dev.drawbridge.lab.history;

import dev.drawbridge.simulator.rds.DbInstance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may happen to a database. RDS refuses what does not fit its present state. */
enum Change {
  FAIL_OVER,
  /** To the first instance, which in most histories has just left the writer group and drains. */
  FAIL_BACK,
  FAIL_OVER_TO_STANDBY,
  CRASH_OF_WRITER,
  CRASH_OF_READER,
  REBOOT,
  ADD_READER,
  REMOVE_READER,
  REMOVE_WRITER,
  REPLACE_HOST,
  PAUSE_READER,
  PAUSE_ALL_READERS,
  PAUSE_WRITER,
  MAINTENANCE,
  BLUE_GREEN,
  PROMOTE_REPLICA;

  /** Statuses of an instance that serves; the last says nothing about that. */
  private static final List<String> MAINTAINED =
      List.of("backing-up", "modifying", "storage-optimization", "configuring-x", "upgrading");

  /** One that can happen to this database. */
  static Change draw(LivingDatabase db) {
    List<Change> fitting = Stream.of(values()).filter(change -> change.fits(db.kind())).toList();
    return fitting.get(db.chance().nextInt(fitting.size()));
  }

  private boolean fits(Kind kind) {
    return switch (this) {
      case FAIL_OVER, FAIL_BACK, ADD_READER, REMOVE_WRITER -> kind.cluster();
      case FAIL_OVER_TO_STANDBY -> kind == Kind.MULTI_AZ_INSTANCE;
      case BLUE_GREEN -> kind == Kind.AURORA;
      case PROMOTE_REPLICA -> !kind.cluster();
      default -> true;
    };
  }

  /**
   * Lets it happen.
   *
   * @throws dev.drawbridge.simulator.operation.ServiceError if RDS refuses
   */
  void happen(LivingDatabase db) {
    switch (this) {
      case FAIL_OVER -> db.rds().failover(db.id(), anyReaderOrNone(db));
      case FAIL_BACK -> db.rds().failover(db.id(), name(db.instances().stream().findFirst()));
      case FAIL_OVER_TO_STANDBY -> db.rds().reboot(db.id(), true);
      case CRASH_OF_WRITER -> db.writer().ifPresent(w -> db.rds().crash(w.id()));
      case CRASH_OF_READER -> db.reader().ifPresent(r -> db.rds().crash(r.id()));
      case REBOOT -> db.oneOf(db.serving()).ifPresent(i -> db.rds().reboot(i.id(), false));
      case ADD_READER -> db.rds().addReader(db.id());
      case REMOVE_READER -> db.reader().ifPresent(r -> db.rds().remove(r.id()));
      case REMOVE_WRITER ->
          db.reader().flatMap(r -> db.writer()).ifPresent(w -> db.rds().remove(w.id()));
      case REPLACE_HOST -> db.oneOf(db.serving()).ifPresent(i -> db.rds().replaceHost(i.id()));
      case PAUSE_READER -> db.reader().ifPresent(db::pause);
      case PAUSE_ALL_READERS -> db.readers().forEach(db::pause);
      case PAUSE_WRITER -> db.writer().ifPresent(db::pause);
      case MAINTENANCE -> db.oneOf(db.serving()).ifPresent(i -> maintain(db, i));
      case BLUE_GREEN -> db.rds().switchOver(db.id(), db.rds().createGreen(db.id()));
      case PROMOTE_REPLICA -> db.reader().ifPresent(r -> promote(db, r));
    }
  }

  /** The one that is asked for; with none, AWS chooses. */
  private static Optional<String> anyReaderOrNone(LivingDatabase db) {
    return db.chance().nextBoolean() ? name(db.reader()) : Optional.empty();
  }

  private static Optional<String> name(Optional<DbInstance> instance) {
    return instance.map(i -> i.id().name());
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
