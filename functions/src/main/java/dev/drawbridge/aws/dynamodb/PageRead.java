package dev.drawbridge.aws.dynamodb;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of items, each read for itself: one bad item must not keep a page from who asks.
 *
 * @param next the sort key of the last item, read or not, after which there may be more; null at
 *     the end
 */
public record PageRead<T>(ItemsRead<T> items, @Nullable String next) {
  static <T> PageRead<T> of(Slice slice, Function<Item, T> read) {
    return new PageRead<>(ItemsRead.of(slice.items(), read), slice.last());
  }
}
