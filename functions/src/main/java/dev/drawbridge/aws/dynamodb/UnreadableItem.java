package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.model.OnboardingKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An item that says nothing that we can read: what it is about is not known, all else is. */
public final class UnreadableItem extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final String reason;
  private final String principal;

  /**
   * Of an item.
   *
   * @param principal whom it is about, as far as that can be read; else the empty text
   */
  UnreadableItem(String item, String principal, RuntimeException cause) {
    super("item %s cannot be read: %s".formatted(item, cause.getMessage()), cause);
    this.reason = String.valueOf(cause.getMessage());
    this.principal = principal;
  }

  /** Whether what can be read of it says that it is about a principal of that account. */
  public boolean isOf(String account) {
    OnboardingKey key = new OnboardingKey("", principal);
    return key.named() && key.consumerAccountId().equals(account);
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
