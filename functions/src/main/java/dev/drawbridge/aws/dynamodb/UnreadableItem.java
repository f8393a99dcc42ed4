package dev.drawbridge.aws.dynamodb;

/** An item that says nothing that we can read: what it is about is not known, all else is. */
public final class UnreadableItem extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final String reason;

  UnreadableItem(String item, RuntimeException cause) {
    super("item %s cannot be read: %s".formatted(item, cause.getMessage()), cause);
    this.reason = String.valueOf(cause.getMessage());
  }

  /** What is wrong with it. */
  String reason() {
    return reason;
  }
}
