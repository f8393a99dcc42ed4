package dev.drawbridge.simulator.sqs;

import dev.drawbridge.simulator.operation.ServiceError;
import org.jspecify.annotations.Nullable;

/** The ranges that the API Reference states and the API model does not. */
final class Ranges {
  private Ranges() {}

  static void check(String parameter, @Nullable Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw ServiceError.client(
          "InvalidParameterValue",
          "Value %d for parameter %s is invalid. Reason: Must be between %d and %d, if provided."
              .formatted(value, parameter, least, most));
    }
  }
}
