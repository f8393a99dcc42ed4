package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.definition.Filters;
import dev.drawbridge.engine.definition.Limit;
import dev.drawbridge.engine.definition.MapState;
import dev.drawbridge.engine.history.Details;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.path.Scope;
import dev.drawbridge.engine.path.StateFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Map, inline: an iteration for each item, no more at a time than MaxConcurrency. */
final class MapStep {
  /** Without a limit of its own an inline Map runs up to 40 at a time (Developer Guide, Map). */
  private static final int MOST_AT_ONCE = 40;

  private MapStep() {}

  static void enter(MapState state, Branch branch, Transition transition, Flow flow) {
    Scope whole = transition.scope(branch, null);
    Scope scope = whole.over(state.filters().input(whole));
    concurrency(state.maxConcurrency(), scope);
    JsonNode items = Filters.select(state.itemsPath(), scope);
    if (!items.isArray()) {
      throw StateFailure.runtime(
          "Reference path \"%s\" must point to array.".formatted(state.itemsPath()));
    }
    Branch started =
        transition.record(branch, "MapStateStarted", new Details.MapStarted(items.size()));
    List<JsonNode> all = new ArrayList<>();
    items.forEach(all::add);
    Branch forked =
        transition.put(
            started.doing(new Activity.Forked(List.copyOf(all), all.size(), 0, Map.of())));
    startMore(state, forked, transition, flow, forked.lastEvent());
    flow.forks().joinIfComplete(forked);
  }

  /** An iteration has ended; the next one follows the iteration's last event. */
  static void completed(
      MapState state, Branch parent, Branch child, Transition transition, Flow flow) {
    Branch counted =
        transition.record(
            parent, "MapIterationSucceeded", new Details.Iteration(state.name(), child.index()));
    startMore(state, counted, transition, flow, child.lastEvent());
    flow.forks().joinIfComplete(counted);
  }

  private static void startMore(
      MapState state, Branch parent, Transition transition, Flow flow, long previous) {
    Scope whole = transition.scope(parent, null);
    Scope scope = whole.over(state.filters().input(whole));
    int most = concurrency(state.maxConcurrency(), scope);
    Activity.Forked forked = (Activity.Forked) parent.activity();
    int started = forked.started();
    List<Long> events = new ArrayList<>();
    while (started < forked.total() && started - forked.results().size() < most) {
      int index = started++;
      events.add(
          transition.record(
              previous, "MapIterationStarted", new Details.Iteration(state.name(), index)));
    }
    transition.put(parent.doing(forked.withStarted(started)));
    for (int i = 0; i < events.size(); i++) {
      int index = forked.started() + i;
      ObjectNode item = JsonNodeFactory.instance.objectNode();
      item.put("Index", index).set("Value", forked.items().get(index));
      Payload input = Payload.of(input(state, parent, item, transition, scope));
      flow.forks().start(parent, index, state.processor(), item, input, events.get(i));
    }
  }

  private static JsonNode input(
      MapState state, Branch parent, ObjectNode item, Transition transition, Scope scope) {
    if (state.itemSelector() == null) {
      return item.get("Value");
    }
    ObjectNode context = ContextObject.of(transition.before(), parent, null);
    context.putObject("Map").set("Item", item);
    return state.itemSelector().apply(new Scope(scope.input(), context, scope.random()));
  }

  private static int concurrency(Limit limit, Scope scope) {
    long most = limit.literal() == null ? 0 : limit.literal();
    if (limit.path() != null) {
      most = Limits.integer("MaxConcurrencyPath", limit.path(), scope);
    }
    return most <= 0 ? MOST_AT_ONCE : (int) Math.min(most, MOST_AT_ONCE);
  }
}
