package dev.drawbridge.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What many items say, and why some say nothing: whoever can write one bad item must not stop what
 * is done for the others.
 *
 * @param values of the items that could be read
 * @param faults one for each other item
 * @param unread the sort keys of these
 */
public record ItemsRead<T>(List<T> values, List<String> faults, List<String> unread) {
  /** Keeps copies. */
  public ItemsRead {
    values = List.copyOf(values);
    faults = List.copyOf(faults);
    unread = List.copyOf(unread);
  }

  static <T> ItemsRead<T> of(List<Item> items, Function<Item, T> read) {
    List<T> values = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (Item item : items) {
      try {
        values.add(item.read(read));
      } catch (UnreadableItem bad) {
        String key = item.optionalText("sk").orElse("");
        faults.add("item %s cannot be read: %s".formatted(key, bad.reason()));
        unread.add(key);
      }
    }
    return new ItemsRead<>(values, faults, unread);
  }
}
