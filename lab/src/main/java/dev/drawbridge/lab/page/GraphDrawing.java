package dev.drawbridge.lab.page;

import dev.drawbridge.lab.runs.RunStanding.Step;
import dev.drawbridge.pages.Html;
import dev.drawbridge.workflows.StateGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Draws a run into the graph of its definition. Where Catch may lead is left out, or every state
 * would point at the same few; where it has led is drawn.
 */
final class GraphDrawing {
  private static final int MARGIN = 4;
  private static final int TEXT_DOWN = 19;

  private final Map<Set<Step>, GraphLayout> layouts = new ConcurrentHashMap<>();

  /** The drawing, as SVG. */
  Html svg(StateGraph graph, LabView.Run run) {
    Set<String> states = reachable(graph, run.went());
    Set<Step> steps = steps(graph, states, run.went());
    GraphLayout layout = layouts.computeIfAbsent(steps, wanted -> GraphLayout.of(states, wanted));
    List<Html> parts = new ArrayList<>();
    layout.lines().forEach((step, points) -> parts.add(line(step, points, run)));
    states.forEach(state -> parts.add(box(state, layout, run)));
    int width = (int) Math.ceil(layout.width()) + 2 * MARGIN;
    int height = (int) Math.ceil(layout.height()) + 2 * MARGIN;
    return Html.of(
        "<svg role=\"img\" aria-label=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"{} {} {} {}\">{}{}</svg>",
        "States of %s; entered so far: %s".formatted(run.machine(), String.join(", ", run.went())),
        width,
        height,
        -MARGIN,
        -MARGIN,
        width,
        height,
        tip(run.name()),
        Html.join(parts));
  }

  /** What lines end with. */
  private static Html tip(String run) {
    return Html.of(
        "<defs><marker id=\"tip-{}\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\" markerUnits=\"userSpaceOnUse\"><path class=\"tip\" d=\"M0,0 L8,4 L0,8 z\"/></marker></defs>",
        run);
  }

  private static Set<String> reachable(StateGraph graph, List<String> went) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(graph.start()));
    open.addAll(went);
    while (!open.isEmpty()) {
      String name = open.removeFirst();
      StateGraph.State state = graph.states().get(name);
      if (state != null && found.add(name)) {
        open.addAll(state.next());
      }
    }
    Set<String> ordered = new LinkedHashSet<>(graph.states().keySet());
    ordered.retainAll(found);
    return ordered;
  }

  private static Set<Step> steps(StateGraph graph, Set<String> states, List<String> went) {
    Set<Step> steps = new LinkedHashSet<>();
    for (String name : states) {
      StateGraph.State state = graph.states().get(name);
      if (state != null) {
        state.next().forEach(next -> steps.add(new Step(name, next)));
        state.caught().stream()
            .filter(next -> follows(went, name, next))
            .forEach(next -> steps.add(new Step(name, next)));
      }
    }
    return steps;
  }

  private static boolean follows(List<String> went, String from, String to) {
    int at = went.indexOf(from);
    return at >= 0 && at + 1 < went.size() && went.get(at + 1).equals(to);
  }

  private static Html line(Step step, List<GraphLayout.Point> points, LabView.Run run) {
    boolean taken = run.went().contains(step.from()) && run.went().contains(step.to());
    String path =
        points.stream()
            .map(point -> "%d,%d".formatted(Math.round(point.x()), Math.round(point.y())))
            .collect(Collectors.joining(" "));
    return Html.of(
        "<polyline class=\"{}\" points=\"{}\" marker-end=\"url(#tip-{})\"/>",
        taken ? "went" : "way",
        path,
        run.name());
  }

  private static Html box(String state, GraphLayout layout, LabView.Run run) {
    GraphLayout.Box box = layout.boxes().get(state);
    if (box == null) {
      return Html.NOTHING;
    }
    return Html.of(
        "<g class=\"{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\"/><text x=\"{}\" y=\"{}\">{}</text></g>",
        style(state, run),
        Math.round(box.x()),
        Math.round(box.y()),
        Math.round(box.width()),
        Math.round(box.height()),
        Math.round(box.x() + box.width() / 2),
        Math.round(box.y()) + TEXT_DOWN,
        state);
  }

  private static String style(String state, LabView.Run run) {
    if (state.equals(run.state())) {
      return switch (run.status()) {
        case "RUNNING" -> "now";
        case "SUCCEEDED" -> "good";
        default -> "bad";
      };
    }
    return run.went().contains(state) ? "been" : "open";
  }
}
