package dev.drawbridge.simulator.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"deadLetterTargetArn": "..."}}. */
final class RedrivePolicy {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RedrivePolicy() {}

  static Optional<String> queue(@Nullable String policy) {
    if (policy == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(policy).path("deadLetterTargetArn").asText())
          .filter(arn -> !arn.isEmpty());
    } catch (JsonProcessingException e) {
      throw ServiceError.client(
          "InvalidParameter", "Invalid parameter: RedrivePolicy: failed to parse JSON.");
    }
  }
}
