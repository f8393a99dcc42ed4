package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.demo.Timeline.Entry;
import dev.drawbridge.lab.svg.Svg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One lane of a timeline: bars for what lasted, ticks for moments. A label stands in its bar where
 * it fits, else above it.
 */
final class LaneDrawing {
  private static final int BAR = 16;
  private static final int ROW = 12;
  private static final int GAP = 10;

  private record Label(Entry entry, double x, int row) {}

  private final String name;
  private final Scale scale;
  private final List<Entry> entries;
  private final LabelRows rows = new LabelRows();
  private final List<Label> above = new ArrayList<>();

  /**
   * Finds a place for every label.
   *
   * @param entries by their beginning
   */
  LaneDrawing(String name, Scale scale, List<Entry> entries) {
    this.name = name;
    this.scale = scale;
    this.entries = entries;
    for (Entry entry : entries.reversed()) {
      if (!fits(entry)) {
        double x = scale.x(entry.from());
        above.add(new Label(entry, x, rows.place(x, Svg.width(entry.label()))));
      }
    }
  }

  int height() {
    return GAP + rows.count() * ROW + BAR;
  }

  /** The lane with its upper edge at {@code y}. */
  String svg(int y) {
    int top = y + height() - BAR;
    StringBuilder svg = new StringBuilder();
    svg.append(Svg.line("lane", scale.left(), top + BAR / 2.0, scale.right(), top + BAR / 2.0));
    svg.append(Svg.text("", 10, top + 12, name));
    entries.forEach(entry -> svg.append(shape(entry, top)));
    for (Label label : above) {
      double baseline = top - 3 - label.row() * ROW;
      svg.append(Svg.line("lead", label.x(), baseline - 8, label.x(), top));
      svg.append(Svg.text("small", label.x() + 2, baseline, label.entry().label()));
    }
    return svg.toString();
  }

  private String shape(Entry entry, int top) {
    double x = scale.x(entry.from());
    String hint =
        Svg.hint(
            String.format(
                Locale.ROOT,
                "%s, %.2f s to %.2f s",
                entry.label(),
                scale.seconds(entry.from()),
                scale.seconds(entry.to())));
    if (entry.length().isZero()) {
      return Svg.tick(x, top, BAR, hint);
    }
    String tone = entry.tone().name().toLowerCase(Locale.ROOT);
    String bar = Svg.bar(tone, x, top, Math.max(1, width(entry)), BAR, hint);
    return fits(entry) ? bar + Svg.text("in", x + 4, top + 12, entry.label()) : bar;
  }

  private boolean fits(Entry entry) {
    return width(entry) >= Svg.width(entry.label()) + 6;
  }

  private double width(Entry entry) {
    return scale.x(entry.to()) - scale.x(entry.from());
  }
}
