package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a branch is doing. Serials tell an answer that is awaited from one that comes too late. */
public sealed interface Activity {

  /** About to enter its state. */
  record Entering() implements Activity {}

  /** In a Wait state. */
  record Waiting(long serial) implements Activity {}

  /** Between two attempts. */
  record Pausing(long serial) implements Activity {}

  /**
   * At a task.
   *
   * @param arguments what the task was given
   * @param token the token for callbacks, where the integration has one
   * @param timeout seconds that the attempt may take
   * @param heartbeat seconds that it may be silent
   */
  record Working(
      long serial,
      JsonNode arguments,
      @Nullable String token,
      @Nullable Long timeout,
      @Nullable Long heartbeat)
      implements Activity {}

  /**
   * In a Parallel or Map state.
   *
   * @param items the items of a Map; empty for Parallel
   * @param total how many branches there are to be
   * @param started how many have been started
   * @param results outputs by index
   */
  record Forked(List<JsonNode> items, int total, int started, Map<Integer, JsonNode> results)
      implements Activity {
    Forked withResult(int index, JsonNode result) {
      Map<Integer, JsonNode> more = new HashMap<>(results);
      more.put(index, result);
      return new Forked(items, total, started, Map.copyOf(more));
    }

    Forked withStarted(int count) {
      return new Forked(items, total, count, results);
    }
  }

  /**
   * Failed, and its Parallel or Map state has not yet taken notice.
   *
   * @param inState whether the branch still is within the state that failed
   */
  record Failing(Failure failure, boolean inState) implements Activity {}
}
