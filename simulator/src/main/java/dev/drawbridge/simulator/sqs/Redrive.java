package dev.drawbridge.simulator.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A redrive policy.
 *
 * @param deadLetterTargetArn where messages go
 * @param maxReceiveCount that were received so often ("Using dead-letter queues in Amazon SQS",
 *     Amazon SQS Developer Guide)
 */
record Redrive(String deadLetterTargetArn, int maxReceiveCount) {
  private static final int MOST = 1000;

  /**
   * Reads a policy; empty if there is none.
   *
   * @throws ServiceError InvalidParameterValue
   */
  static Optional<Redrive> of(@Nullable String policy) {
    Optional<JsonNode> map = QueueAttributes.map("RedrivePolicy", policy);
    if (policy == null || map.isEmpty()) {
      return Optional.empty();
    }
    JsonNode read = map.get();
    for (String mandatory : new String[] {"deadLetterTargetArn", "maxReceiveCount"}) {
      if (!read.has(mandatory)) {
        throw invalid(
            policy,
            "Redrive policy does not contain mandatory attribute: %s.".formatted(mandatory));
      }
    }
    int most = read.path("maxReceiveCount").asInt(0);
    if (most < 1 || most > MOST) {
      throw invalid(
          policy,
          "Invalid value for maxReceiveCount: %s, valid values are from 1 to 1000 both inclusive."
              .formatted(read.path("maxReceiveCount").asText()));
    }
    return Optional.of(new Redrive(read.path("deadLetterTargetArn").asText(), most));
  }

  private static ServiceError invalid(String policy, String reason) {
    return ServiceError.client(
        "InvalidParameterValue",
        "Value %s for parameter RedrivePolicy is invalid. Reason: %s".formatted(policy, reason));
  }
}
