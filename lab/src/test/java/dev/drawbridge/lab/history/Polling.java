package dev.drawbridge.lab.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.workflows.Catalogue;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How long the states of a definition wait between two tries while they are not ready. */
record Polling(Map<String, Duration> longestIntervals) {
  private static final String NOT_READY = NotReady.class.getName();

  /** As the definition that is deployed says. */
  static Polling ofRefreshTargets() {
    String definition =
        Catalogue.stateMachines().stream()
            .filter(machine -> machine.name().equals("refresh-targets"))
            .findFirst()
            .orElseThrow()
            .definition();
    Map<String, Duration> found = new HashMap<>();
    states(definition)
        .properties()
        .forEach(
            state ->
                state
                    .getValue()
                    .path("Retry")
                    .forEach(
                        retrier -> {
                          if (retrier.path("ErrorEquals").toString().contains(NOT_READY)) {
                            found.put(state.getKey(), longest(retrier));
                          }
                        }));
    return new Polling(Map.copyOf(found));
  }

  Duration longestInterval(String state) {
    return longestIntervals.get(state);
  }

  private static JsonNode states(String definition) {
    try {
      return new ObjectMapper().readTree(definition).path("States");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the definition of refresh-targets is not JSON", e);
    }
  }

  /** The cap if there is one; without it the intervals of these states do not grow. */
  private static Duration longest(JsonNode retrier) {
    JsonNode cap = retrier.path("MaxDelaySeconds");
    return Duration.ofSeconds(
        (cap.isMissingNode() ? retrier.path("IntervalSeconds") : cap).asLong());
  }
}
