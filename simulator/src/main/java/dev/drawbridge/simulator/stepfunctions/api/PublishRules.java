package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.stepfunctions.Errors;
import org.jspecify.annotations.Nullable;

/** What may be said of a version that a request publishes, too. */
final class PublishRules {
  private PublishRules() {}

  /**
   * Refuses to describe a version that is not published.
   *
   * @throws dev.drawbridge.simulator.operation.ServiceError ValidationException
   */
  static void check(@Nullable Boolean publish, @Nullable String description) {
    if (description != null && !Boolean.TRUE.equals(publish)) {
      throw Errors.validation("Version description can only be set when publish is true");
    }
  }
}
