package dev.drawbridge.simulator.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads which messages of a batch failed ("Success and failure conditions", Lambda Developer
 * Guide).
 */
final class BatchAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BatchAnswer() {}

  /**
   * The messages that stay in the queue.
   *
   * @param sent the ids of all messages of the batch: all have failed where the function has failed
   *     or has answered something that is no answer. UNCONFIRMED for an id that is none of them
   */
  static Set<String> failed(InvocationResult result, boolean reportsFailures, Set<String> sent) {
    if (!result.succeeded()) {
      return sent;
    }
    return reportsFailures ? named(result.payload(), sent) : Set.of();
  }

  private static Set<String> named(String payload, Set<String> sent) {
    try {
      JsonNode answer = payload.isBlank() ? JSON.nullNode() : JSON.readTree(payload);
      Set<String> failed = new HashSet<>();
      for (JsonNode each : answer.path("batchItemFailures")) {
        failed.add(each.path("itemIdentifier").asText());
      }
      return sent.containsAll(failed) ? failed : sent;
    } catch (JsonProcessingException noJson) {
      return sent;
    }
  }
}
