package dev.drawbridge.aws.dynamodb;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An item that says nothing that we can read: what it is about is not known, all else is. */
public final class UnreadableItem extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final String reason;

  UnreadableItem(String item, RuntimeException cause) {
    super("item %s cannot be read: %s".formatted(item, cause.getMessage()), cause);
    this.reason = String.valueOf(cause.getMessage());
  }

  /**
   * What {@code find} finds; nothing where it cannot be read, of which {@code faults} gets a line.
   *
   * @param what is looked for, for people
   */
  public static <T> Optional<T> noted(
      String what, List<String> faults, Supplier<Optional<T>> find) {
    try {
      return find.get();
    } catch (UnreadableItem bad) {
      faults.add(what + ": " + bad.getMessage());
      return Optional.empty();
    }
  }

  /** What is wrong with it. */
  String reason() {
    return reason;
  }
}
