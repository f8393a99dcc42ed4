package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.svg.Svg;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A surface as an SVG picture: a field for each mode, a cell for each assumption, the median in
 * seconds in it, darker the longer. It follows the reader's light or dark scheme.
 */
record SurfaceDrawing(Map<SurfaceCell, Duration> medians) {
  private static final int CELL_WIDTH = 52;
  private static final int CELL_HEIGHT = 30;
  private static final int LEFT = 70;
  private static final int TOP = 62;
  private static final int BETWEEN = 40;

  /** At which the darkest shade is reached. */
  private static final double DARKEST_SECONDS = 600;

  private static final String STYLE =
      """
      <style>
      text { font: 12px sans-serif; fill: #222 } .small { font-size: 10px }
      .title { font-weight: bold } .paper { fill: #fff } .in { text-anchor: middle; fill: #111 }
      .dark { text-anchor: middle; fill: #fff } .end { text-anchor: end }
      @media (prefers-color-scheme: dark) { text { fill: #ddd } .paper { fill: #0d1117 } .in { fill: #111 } .dark { fill: #fff } }
      </style>
      """;

  SurfaceDrawing {
    medians = Map.copyOf(medians);
  }

  /** The picture. */
  String svg() {
    int field = SurfaceCell.LISTENER_CHANGES.size() * CELL_WIDTH;
    int width = LEFT + SurfaceMode.values().length * (field + BETWEEN);
    int height = TOP + SurfaceCell.REGISTRATIONS.size() * CELL_HEIGHT + 40;
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">",
        width,
        height);
    add(svg, "<title>Write outage of an Aurora failover, p50, by what is unknown</title>%s", STYLE);
    add(svg, "<rect class=\"paper\" width=\"%d\" height=\"%d\"/>", width, height);
    text(svg, "small", 6, TOP - 22, "first check");
    text(svg, "small", 6, TOP - 10, "after");
    int left = LEFT;
    for (SurfaceMode mode : SurfaceMode.values()) {
      field(svg, mode, left);
      left += field + BETWEEN;
    }
    for (int row = 0; row < SurfaceCell.REGISTRATIONS.size(); row++) {
      text(svg, "end", LEFT - 8, TOP + row * CELL_HEIGHT + 20, seconds(row));
    }
    text(
        svg,
        "small",
        LEFT,
        height - 12,
        "Seconds, p50. Across: how long a changed listener still leads to its former group."
            + " Both times are UNCONFIRMED.");
    return svg.append("</svg>\n").toString();
  }

  /** Writes it. */
  void writeTo(Path file) {
    Svg.write(svg(), file);
  }

  private void field(StringBuilder svg, SurfaceMode mode, int left) {
    text(svg, "title", left, 20, mode.words);
    List<Integer> changes = SurfaceCell.LISTENER_CHANGES;
    for (int column = 0; column < changes.size(); column++) {
      int x = left + column * CELL_WIDTH;
      text(svg, "small", x + 12, TOP - 10, changes.get(column) + " s");
      for (int row = 0; row < SurfaceCell.REGISTRATIONS.size(); row++) {
        SurfaceCell cell =
            new SurfaceCell(mode, SurfaceCell.REGISTRATIONS.get(row), changes.get(column));
        cell(svg, x, TOP + row * CELL_HEIGHT, Objects.requireNonNull(medians.get(cell)));
      }
    }
  }

  private static void cell(StringBuilder svg, int x, int y, Duration median) {
    double seconds = median.toMillis() / 1000.0;
    double share = Math.min(1, Math.sqrt(seconds / DARKEST_SECONDS));
    add(
        svg,
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"hsl(10,55%%,%d%%)\"/>",
        x,
        y,
        CELL_WIDTH - 2,
        CELL_HEIGHT - 2,
        Math.round(92 - 60 * share));
    text(
        svg,
        share > 0.6 ? "dark" : "in",
        x + CELL_WIDTH / 2 - 1,
        y + 19,
        String.format(Locale.ROOT, "%.0f", seconds));
  }

  private static String seconds(int row) {
    return SurfaceCell.REGISTRATIONS.get(row) + " s";
  }

  private static void text(StringBuilder svg, String kind, int x, int y, String content) {
    add(svg, "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>", kind, x, y, content);
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format + "\n", values));
  }
}
