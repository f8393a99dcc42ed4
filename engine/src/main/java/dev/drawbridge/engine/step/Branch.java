package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.definition.State;
import dev.drawbridge.engine.definition.Workflow;
import dev.drawbridge.engine.path.Payload;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of control: the execution itself, a branch of a Parallel state, an iteration of a Map.
 *
 * @param parent the branch that forked, or -1
 * @param index which branch or iteration it is
 * @param item {@code $$.Map.Item}, inherited by what is nested
 * @param state the name of the state that it is in
 * @param input that state's input
 * @param enteredEvent the id of the event that entered the state
 * @param attempts retries used, by index of the retrier
 * @param lastEvent the id of the branch's last event
 */
public record Branch(
    int id,
    int parent,
    int index,
    Workflow workflow,
    @Nullable JsonNode item,
    String state,
    Payload input,
    Activity activity,
    long enteredEvent,
    Instant enteredAt,
    Map<Integer, Integer> attempts,
    long lastEvent) {

  /** Whether it is the execution's own line. */
  boolean root() {
    return parent < 0;
  }

  /** The state that it is in. */
  State current() {
    return workflow.state(state);
  }

  /** Retries so far, over all retriers: {@code $$.State.RetryCount}. */
  int retries() {
    return attempts.values().stream().mapToInt(Integer::intValue).sum();
  }

  Branch doing(Activity next) {
    return at(state, input, next, lastEvent);
  }

  Branch after(long event) {
    return at(state, input, activity, event);
  }

  Branch entered(long event, Instant at) {
    return tried(Map.of(), event, at, event);
  }

  Branch moved(String next, Payload nextInput) {
    return at(next, nextInput, new Activity.Entering(), lastEvent)
        .tried(Map.of(), enteredEvent, enteredAt, lastEvent);
  }

  Branch retrying(int retrier) {
    Map<Integer, Integer> more = new HashMap<>(attempts);
    more.merge(retrier, 1, Integer::sum);
    return tried(Map.copyOf(more), enteredEvent, enteredAt, lastEvent);
  }

  /** Where it is and what it does. */
  private Branch at(String name, Payload given, Activity doing, long last) {
    return new Branch(
        id,
        parent,
        index,
        workflow,
        item,
        name,
        given,
        doing,
        enteredEvent,
        enteredAt,
        attempts,
        last);
  }

  /** When it came there, and how often it has tried since. */
  private Branch tried(Map<Integer, Integer> tries, long entering, Instant at, long last) {
    return new Branch(
        id, parent, index, workflow, item, state, input, activity, entering, at, tries, last);
  }
}
