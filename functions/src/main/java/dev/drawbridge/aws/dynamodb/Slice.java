package dev.drawbridge.aws.dynamodb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the items of a partition, by sort key.
 *
 * @param last the sort key after which there may be more, as DynamoDB says it; null at the end. How
 *     many items there are tells nothing: DynamoDB ends an answer at 1 MB, too.
 */
record Slice(List<Item> items, @Nullable String last) {
  /** Keeps a copy. */
  Slice {
    items = List.copyOf(items);
  }
}
