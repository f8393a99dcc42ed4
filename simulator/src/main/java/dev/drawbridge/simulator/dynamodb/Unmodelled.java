package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.operation.ServiceError;

/** Refuses, by name, parameters that AWS has and this world has not. */
final class Unmodelled {
  private Unmodelled() {}

  static void refuse(String parameter, boolean present) {
    if (present) {
      throw ServiceError.client(
          "ValidationException", "This world does not model the parameter " + parameter);
    }
  }
}
