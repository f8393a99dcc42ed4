package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.operation.ServiceError;
import org.jspecify.annotations.Nullable;

/** The rule for names of load balancers and target groups (API reference). */
final class Names {
  private Names() {}

  /**
   * Checks a name.
   *
   * @throws ServiceError ValidationError
   */
  static String checked(String what, @Nullable String name) {
    if (name == null) {
      throw ServiceError.client("ValidationError", "A %s name must be specified".formatted(what));
    }
    if (name.length() > 32) {
      throw ServiceError.client(
          "ValidationError",
          "%s name '%s' cannot be longer than '32' characters".formatted(what, name));
    }
    if (!name.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?") || name.startsWith("internal-")) {
      throw ServiceError.client(
          "ValidationError",
          "%s name '%s' can only contain characters that are alphanumeric characters and hyphens(-)"
                  .formatted(what, name)
              + ", and cannot begin or end with a hyphen");
    }
    return name;
  }
}
