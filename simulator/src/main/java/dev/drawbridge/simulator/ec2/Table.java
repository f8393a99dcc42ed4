package dev.drawbridge.simulator.ec2;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** All resources of one kind, in the order of their creation. */
final class Table<R extends Row> {
  private final Scheduler scheduler;
  private final Duration lag;
  private final String missingCode;
  private final String noun;
  private final Map<String, R> rows = new LinkedHashMap<>();
  private final Map<String, Instant> created = new LinkedHashMap<>();
  private final Function<? super R, String> key;
  private final Map<String, Map<String, R>> byKey = new HashMap<>();

  /**
   * @param lag how long after creation a row is still unknown to callers
   * @param missingCode the error code for an unknown id
   * @param key what {@link #with} finds rows by; the same for a row that replaces another
   */
  Table(
      Scheduler scheduler,
      Duration lag,
      String missingCode,
      String noun,
      Function<? super R, String> key) {
    this.key = key;
    this.scheduler = scheduler;
    this.lag = lag;
    this.missingCode = missingCode;
    this.noun = noun;
  }

  /** Adds the row or replaces the one of the same id. */
  R put(R row) {
    created.putIfAbsent(row.id(), scheduler.now());
    rows.put(row.id(), row);
    byKey.computeIfAbsent(key.apply(row), none -> new LinkedHashMap<>()).put(row.id(), row);
    return row;
  }

  void remove(String id) {
    R gone = rows.remove(id);
    created.remove(id);
    if (gone != null) {
      byKey.computeIfPresent(
          key.apply(gone),
          (same, those) -> {
            those.remove(id);
            return those.isEmpty() ? null : those;
          });
    }
  }

  /** The rows of that key, whoever owns them, without a look at all the others. */
  List<R> with(String value) {
    return List.copyOf(byKey.getOrDefault(value, Map.of()).values());
  }

  /** The row, whoever owns it and however new it is. */
  Optional<R> find(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  /** The caller's row, or the error that AWS answers with. */
  R require(String id, Caller caller) {
    return find(id)
        .filter(row -> row.belongsTo(caller) && visible(row))
        .orElseThrow(() -> missing(id));
  }

  ServiceError missing(String id) {
    return ServiceError.client(missingCode, "The %s '%s' does not exist".formatted(noun, id));
  }

  /** All rows that the caller can see. */
  List<R> of(Caller caller) {
    return where(row -> row.belongsTo(caller) && visible(row));
  }

  /** The named rows of the caller, each of which must exist; all of them when none is named. */
  List<R> of(Caller caller, List<String> ids) {
    return ids.isEmpty() ? of(caller) : ids.stream().map(id -> require(id, caller)).toList();
  }

  /** All rows that satisfy the condition, whoever owns them. */
  List<R> where(Predicate<? super R> condition) {
    return rows.values().stream().filter(condition).toList();
  }

  private boolean visible(R row) {
    return !created.getOrDefault(row.id(), Instant.EPOCH).plus(lag).isAfter(scheduler.now());
  }
}
