package dev.drawbridge.simulator.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One page of a query or scan. The limit counts items read, before the filter, as DynamoDB does: a
 * page may be empty and still not the last. It ends earlier where the next item would make it
 * larger than 1 MB ("Paginating table query results"); UNCONFIRMED to the byte.
 *
 * @param items what the page returns
 * @param read how many items were read
 * @param last where the next page begins; null at the end
 */
record Reads(
    List<Map<String, AttributeValue>> items, int read, @Nullable Map<String, AttributeValue> last) {

  private static final int MOST_BYTES = 1 << 20;

  static Reads page(
      Table table,
      List<Map<String, AttributeValue>> all,
      Map<String, AttributeValue> startKey,
      @Nullable Integer limit,
      Optional<Condition> filter,
      Projection projection) {
    if (!startKey.isEmpty()) {
      table.keys().exact(startKey);
    }
    int from = startKey.isEmpty() ? 0 : after(table, all, startKey);
    int limited = limit == null ? all.size() : Math.min(all.size(), from + limit);
    int to = from + fitting(all.subList(from, limited));
    List<Map<String, AttributeValue>> kept = new ArrayList<>();
    for (Map<String, AttributeValue> item : all.subList(from, to)) {
      if (filter.map(f -> f.holds(item)).orElse(true)) {
        kept.add(projection.of(item));
      }
    }
    boolean more = to < limited || (limit != null && to - from == limit && to > from);
    return new Reads(kept, to - from, more ? table.keys().of(all.get(to - 1)) : null);
  }

  /** How many of them are one page; an item alone always is. */
  private static int fitting(List<Map<String, AttributeValue>> items) {
    int bytes = 0;
    for (int i = 0; i < items.size(); i++) {
      bytes += ItemSize.of(items.get(i));
      if (bytes > MOST_BYTES && i > 0) {
        return i;
      }
    }
    return items.size();
  }

  private static int after(
      Table table, List<Map<String, AttributeValue>> all, Map<String, AttributeValue> key) {
    for (int i = 0; i < all.size(); i++) {
      if (table.keys().of(all.get(i)).equals(key)) {
        return i + 1;
      }
    }
    return all.size();
  }
}
