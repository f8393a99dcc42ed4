package dev.drawbridge.lab.page;

import dev.drawbridge.lab.runs.RunStanding.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where the boxes and lines of a graph are, from above to below, in pixels.
 *
 * @param boxes by the name of the state
 * @param lines by the transition
 */
record GraphLayout(
    double width, double height, Map<String, Box> boxes, Map<Step, List<Point>> lines) {
  private static final double LETTER = 7.2;
  private static final double PADDING = 20;
  private static final double BOX_HEIGHT = 28;

  /** A point of a line. */
  record Point(double x, double y) {}

  /** A box by its upper left corner. */
  record Box(double x, double y, double width, double height) {}

  /**
   * Lays that out in the order in which it is given; the first time in a process takes a second.
   */
  static GraphLayout of(Set<String> states, Set<Step> steps) {
    LayoutMetaDataService.getInstance(); // ELK registers its types with it
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
    // What leads back in the definition leads back in the drawing.
    root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
    Map<String, ElkNode> nodes = new LinkedHashMap<>();
    for (String state : states) {
      ElkNode node = ElkGraphUtil.createNode(root);
      node.setDimensions(state.length() * LETTER + PADDING, BOX_HEIGHT);
      nodes.put(state, node);
    }
    Map<Step, ElkEdge> edges = new LinkedHashMap<>();
    for (Step step : steps) {
      edges.put(step, ElkGraphUtil.createSimpleEdge(nodes.get(step.from()), nodes.get(step.to())));
    }
    new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
    Map<String, Box> boxes = new HashMap<>();
    nodes.forEach(
        (state, node) ->
            boxes.put(state, new Box(node.getX(), node.getY(), node.getWidth(), node.getHeight())));
    Map<Step, List<Point>> lines = new HashMap<>();
    edges.forEach((step, edge) -> lines.put(step, points(edge)));
    return new GraphLayout(root.getWidth(), root.getHeight(), boxes, lines);
  }

  private static List<Point> points(ElkEdge edge) {
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Point(section.getStartX(), section.getStartY()));
      section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
      points.add(new Point(section.getEndX(), section.getEndY()));
    }
    return points;
  }
}
