package dev.drawbridge.refresh;

import dev.drawbridge.discovery.Resolution;
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

  /** What each is now that has been looked up. */
  List<String> fingerprints(Map<String, Resolution> found) {
    return shown.values().stream()
        .flatMap(
            facts ->
                Optional.ofNullable(found.get(facts.arn())).stream()
                    .map(now -> Fingerprint.of(facts.arn(), facts.resourceId(), now.addresses())))
        .toList();
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
