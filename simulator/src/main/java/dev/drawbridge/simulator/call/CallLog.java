package dev.drawbridge.simulator.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Every call that came through the door, in order. */
public final class CallLog {
  private final List<CallRecord> calls = new ArrayList<>();

  /** Appends a call. */
  public void add(CallRecord call) {
    calls.add(call);
  }

  /** All calls so far, oldest first. */
  public List<CallRecord> calls() {
    return List.copyOf(calls);
  }

  /** How often each action was called, of the calls that {@code which} selects. */
  public Map<String, Long> counts(Predicate<CallRecord> which) {
    return calls.stream()
        .filter(which)
        .collect(Collectors.groupingBy(CallRecord::action, TreeMap::new, Collectors.counting()));
  }

  /** Forgets all calls so far, so that a test can count those of its next step. */
  public void clear() {
    calls.clear();
  }
}
