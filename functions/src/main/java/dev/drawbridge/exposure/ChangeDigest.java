package dev.drawbridge.exposure;

import dev.drawbridge.model.ExposeRequest;
import dev.drawbridge.plan.Digest;

/** What makes two orders of an owner the same. */
public final class ChangeDigest {
  private ChangeDigest() {}

  /**
   * Of an order.
   *
   * @param databaseArn which database it names, by whatever name
   */
  public static String of(String databaseArn, ExposeRequest change) {
    return Digest.of(
        "change",
        databaseArn,
        change.settings().stated().toString(),
        String.valueOf(change.plan()),
        String.valueOf(change.force()),
        String.valueOf(change.databaseResourceId()));
  }
}
