package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.simulator.operation.ServiceError;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The sizes that the API takes, in bytes of UTF-8 (API Reference, length constraints). */
final class RequestLimits {
  private static final int DEFINITION = 1_048_576;
  private static final int DATA = 262_144;

  private RequestLimits() {}

  /** A definition has at most 1 MiB. */
  static void definition(String text) {
    check("definition", text, DEFINITION);
  }

  /** Input of an execution or output of a task: at most 256 KiB. */
  static void data(String member, @Nullable String text) {
    check(member, text, DATA);
  }

  private static void check(String member, @Nullable String text, int most) {
    if (text != null && text.getBytes(StandardCharsets.UTF_8).length > most) {
      throw ServiceError.client(
          "ValidationException",
          ("1 validation error detected: Value at '%s' failed to satisfy constraint: Member must"
                  + " have length less than or equal to %d")
              .formatted(member, most));
    }
  }
}
