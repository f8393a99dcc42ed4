package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the looks at one database's path have found so far, and what people know of it.
 *
 * @param version counts the writes; two writers never overwrite each other
 * @param serviceId of the endpoint service, as last seen: what a notice names; null before
 * @param lookedAt the last look that saw everything; null before
 * @param nextAt when to look again
 * @param known what is wrong at the moment
 * @param putBack what was put back in the last 24 hours
 */
public record InspectionRecord(
    String databaseArn,
    long version,
    @Nullable String serviceId,
    @Nullable Instant lookedAt,
    Instant nextAt,
    List<Known> known,
    List<PutBack> putBack) {
  /** Keeps copies. */
  public InspectionRecord {
    known = List.copyOf(known);
    putBack = List.copyOf(putBack);
  }

  /**
   * Something that is wrong.
   *
   * @param key tells it apart from all others
   * @param since the first look that found it
   * @param told whether people know of it in these words
   */
  public record Known(
      String key,
      String kind,
      String text,
      String weight,
      String whose,
      String remedy,
      Instant since,
      boolean told) {}

  /** Something of ours that was put back, or asked for, at that time. */
  public record PutBack(String key, Instant at) {}

  /** Of a database that was never looked at. */
  public static InspectionRecord first(String databaseArn) {
    return new InspectionRecord(databaseArn, 0, null, null, Instant.EPOCH, List.of(), List.of());
  }

  /** What is known under that key. */
  public Optional<Known> known(String key) {
    return known.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** When that was last put back. */
  public Optional<Instant> putBackAt(String key) {
    return putBack.stream()
        .filter(each -> each.key().equals(key))
        .map(PutBack::at)
        .max(Instant::compareTo);
  }

  /** The same of the service with this id. */
  public InspectionRecord of(@Nullable String service) {
    return new InspectionRecord(databaseArn, version, service, lookedAt, nextAt, known, putBack);
  }

  /** The same with what was put back. */
  public InspectionRecord withPutBack(List<PutBack> value) {
    return new InspectionRecord(databaseArn, version, serviceId, lookedAt, nextAt, known, value);
  }

  /** The same as a successor of that version. */
  public InspectionRecord at(long value) {
    return new InspectionRecord(databaseArn, value, serviceId, lookedAt, nextAt, known, putBack);
  }

  /** The same in its next version. */
  public InspectionRecord next() {
    return new InspectionRecord(
        databaseArn, version + 1, serviceId, lookedAt, nextAt, known, putBack);
  }
}
