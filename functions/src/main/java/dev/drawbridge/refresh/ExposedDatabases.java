package dev.drawbridge.refresh;

import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Standing;
import dev.drawbridge.plan.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is exposed, by our records and by what RDS shows of all at once.
 *
 * @param records by the ARN that was approved
 * @param shown by the ARN that it has now
 */
record ExposedDatabases(Map<String, Exposure> records, Map<String, DatabaseFacts> shown) {
  /** As it is on record, if at all. */
  Exposure record(String arn) {
    return records.getOrDefault(arn, Exposure.first(arn));
  }

  /** By its resource id, if that is known: its name may be another's by now. */
  Optional<DatabaseFacts> facts(Exposure record) {
    String id = record.resourceId();
    return id == null
        ? Optional.ofNullable(shown.get(record.databaseArn()))
        : shown.values().stream().filter(facts -> facts.resourceId().equals(id)).findFirst();
  }

  /** What each of them is now, as far as it can be looked up: its own check says why not. */
  List<String> fingerprints(Whereabouts whereabouts) {
    return records.values().stream()
        .flatMap(record -> facts(record).stream())
        .flatMap(facts -> fingerprint(facts, whereabouts).stream())
        .toList();
  }

  private static Optional<String> fingerprint(DatabaseFacts facts, Whereabouts whereabouts) {
    try {
      return Optional.of(
          Fingerprint.of(
              facts.arn(), facts.resourceId(), whereabouts.resolved(facts).addresses()));
    } catch (RuntimeException failed) {
      return Optional.empty();
    }
  }

  /** What bears the name of one that is nowhere is another. */
  OwnInstances own(Exposure record) {
    return facts(record)
        .map(facts -> OwnInstances.of(facts.arn(), facts.topology().members()))
        .orElseGet(
            () ->
                OwnInstances.of(
                    record,
                    shown.containsKey(record.databaseArn()) ? Standing.REPLACED : Standing.ABSENT));
  }
}
