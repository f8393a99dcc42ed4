package dev.drawbridge.simulator.rds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of a topic to events of RDS.
 *
 * @param id account, region and name
 * @param topicArn who is told
 * @param sourceType of which sources, as {@code db-cluster}; null: of all
 * @param sources their identifiers; empty: all of the type
 * @param categories of events; empty: all
 */
record EventSubscriptionRecord(
    DbId id,
    String topicArn,
    @Nullable String sourceType,
    List<String> sources,
    List<String> categories,
    boolean enabled,
    Instant created,
    Map<String, String> tags) {

  EventSubscriptionRecord {
    sources = List.copyOf(sources);
    categories = List.copyOf(categories);
    tags = Map.copyOf(tags);
  }

  String arn() {
    return id.arn("es");
  }

  EventSubscriptionRecord tags(Map<String, String> value) {
    return new EventSubscriptionRecord(
        id, topicArn, sourceType, sources, categories, enabled, created, value);
  }

  boolean wants(RdsEvent event) {
    return enabled
        && event.source().account().equals(id.account())
        && event.source().region().equals(id.region())
        && (sourceType == null || sourceType.equals(event.kind().apiName))
        && (sources.isEmpty() || sources.contains(event.source().name()))
        && (categories.isEmpty() || event.categories().stream().anyMatch(categories::contains));
  }
}
