package dev.drawbridge.simulator.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"deadLetterTargetArn": "..."}}. */
final class RedrivePolicy {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUEUE = "arn:[a-z-]+:sqs:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_.-]+";

  private RedrivePolicy() {}

  /** The queue of a policy that has been checked; empty for none. */
  static Optional<String> queue(@Nullable String policy) {
    return policy == null ? Optional.empty() : Optional.of(read(policy, ""));
  }

  /**
   * Refuses a policy that names no queue.
   *
   * @param prefix what the message says of the parameter that it stands in
   * @throws dev.drawbridge.simulator.operation.ServiceError InvalidParameter
   */
  static void check(@Nullable String policy, String prefix) {
    if (policy != null) {
      read(policy, prefix);
    }
  }

  private static String read(String policy, String prefix) {
    JsonNode queue;
    try {
      queue = JSON.readTree(policy).path("deadLetterTargetArn");
    } catch (JsonProcessingException e) {
      throw TopicAttributes.invalid(prefix + "RedrivePolicy: failed to parse JSON.");
    }
    if (!queue.asText().matches(QUEUE)) {
      throw TopicAttributes.invalid(
          prefix + "RedrivePolicy: deadLetterTargetArn is an invalid arn");
    }
    return queue.asText();
  }
}
