package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.lab.svg.Svg;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How many writers were registered when, against the bound, as an SVG picture. It follows the
 * reader's light or dark scheme.
 */
record RegistrationsDrawing(List<ZoneOutcome> outcomes) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 360;
  private static final int LEFT = 50;
  private static final int RIGHT = 160;
  private static final int TOP = 40;
  private static final int BOTTOM = 40;
  private static final int TICKS = 5;

  private static final String STYLE =
      """
      <style>
      text { font: 12px sans-serif; fill: #222 } .title { font-weight: bold } .paper { fill: #fff }
      .axis { stroke: #999 } polyline { fill: none; stroke-width: 2 }
      .bound { stroke: #999; stroke-dasharray: 4 3 } .line0 { stroke: #2f7d46 }
      .line1 { stroke: #4a6fa5 } .line2 { stroke: #b5483a }
      @media (prefers-color-scheme: dark) { text { fill: #ddd } .paper { fill: #0d1117 } }
      </style>
      """;

  RegistrationsDrawing {
    outcomes = List.copyOf(outcomes);
  }

  /** The picture. */
  String svg() {
    ZoneOutcome first = outcomes.getFirst();
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
            .formatted(WIDTH, HEIGHT));
    String title =
        "Writers registered after the first promotion: %d databases, reads %s"
            .formatted(first.of().databases(), first.of().throttles().words());
    svg.append(Svg.hint(title)).append('\n').append(STYLE);
    svg.append(Svg.bar("paper", 0, 0, WIDTH, HEIGHT, ""))
        .append(Svg.text("title", LEFT, 20, title));
    axes(svg);
    for (int i = 0; i < outcomes.size(); i++) {
      ZoneOutcome seen = outcomes.get(i);
      String words = seen.of().mode().words();
      line(svg, "bound", seen.bound());
      line(svg, "line" + i, seen.registeredAt());
      svg.append(key("line" + i, i, words));
    }
    return svg.append(key("bound", outcomes.size(), "the bound of each"))
        .append("</svg>\n")
        .toString();
  }

  /** Writes it. */
  void writeTo(Path file) {
    Svg.write(svg(), file);
  }

  private void axes(StringBuilder svg) {
    double bottom = y(0);
    svg.append(Svg.line("axis", LEFT, bottom, x(seconds()), bottom));
    svg.append(Svg.line("axis", LEFT, bottom, LEFT, TOP));
    for (int i = 0; i <= TICKS; i++) {
      double at = seconds() * i / TICKS;
      svg.append(Svg.text("", x(at) - 8, bottom + 18, String.format(Locale.ROOT, "%.0f s", at)));
      long count = Math.round(most() * (double) i / TICKS);
      svg.append(Svg.text("", 10, y(count) + 4, String.valueOf(count)));
    }
  }

  private String key(String kind, int row, String words) {
    int y = TOP + 20 * row;
    int x = WIDTH - RIGHT + 10;
    return "<polyline class=\"%s\" points=\"%d,%d %d,%d\"/>\n".formatted(kind, x, y, x + 20, y)
        + Svg.text("", x + 26, y + 4, words);
  }

  /** A step for each. */
  private void line(StringBuilder svg, String kind, List<Duration> instants) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < instants.size(); i++) {
      double x = x(seconds(instants.get(i)));
      points.append(String.format(Locale.ROOT, "%.1f,%.1f %.1f,%.1f ", x, y(i), x, y(i + 1)));
    }
    svg.append(
        "<polyline class=\"%s\" points=\"%s\"/>\n".formatted(kind, points.toString().strip()));
  }

  private double x(double seconds) {
    return LEFT + (WIDTH - LEFT - RIGHT) * seconds / seconds();
  }

  private double y(long count) {
    return HEIGHT - BOTTOM - (double) (HEIGHT - BOTTOM - TOP) * count / most();
  }

  private double seconds() {
    return outcomes.stream()
        .flatMap(each -> List.of(each.bound(), each.registeredAt()).stream())
        .filter(each -> !each.isEmpty())
        .mapToDouble(each -> seconds(each.getLast()))
        .max()
        .orElse(1);
  }

  private int most() {
    return outcomes.getFirst().of().databases();
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
