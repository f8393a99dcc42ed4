package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.demo.Timeline.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A timeline as an SVG picture: a lane each, bars for what lasted, ticks for moments, seconds since
 * the first entry below. It follows the reader's light or dark scheme.
 *
 * @param title said above it
 * @param entries by their beginning
 */
public record TimelineDrawing(String title, List<Entry> entries) {
  private static final int WIDTH = 960;
  private static final int LEFT = 150;
  private static final int RIGHT = 20;
  private static final int TOP = 46;
  private static final int LANE = 34;
  private static final int BAR = 14;
  private static final int MOST_TICKS = 12;

  private static final String STYLE =
      """
      <style>
      text { font: 12px sans-serif; fill: #222 } .small { font-size: 10px }
      .title { font-size: 14px; font-weight: bold }
      .lane { stroke: #ccc } .bar { fill: #4a7fb5 } .moment { stroke: #b5483a; stroke-width: 2 }
      @media (prefers-color-scheme: dark) {
        text { fill: #ddd } .lane { stroke: #555 } .bar { fill: #6fa3d8 }
      }
      </style>
      """;

  /** Keeps a copy. */
  public TimelineDrawing {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("nothing has happened that could be drawn");
    }
  }

  /** The picture. */
  public String svg() {
    List<String> lanes = entries.stream().map(Entry::lane).distinct().toList();
    int height = TOP + lanes.size() * LANE + 30;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n"
            .formatted(WIDTH, height));
    svg.append("<title>%s</title>%n%s".formatted(escaped(title), STYLE));
    svg.append(text(10, 20, "title", title));
    for (int lane = 0; lane < lanes.size(); lane++) {
      drawLane(svg, lanes.get(lane), TOP + lane * LANE);
    }
    drawAxis(svg, TOP + lanes.size() * LANE);
    return svg.append("</svg>\n").toString();
  }

  private void drawLane(StringBuilder svg, String lane, int y) {
    int middle = y + LANE / 2;
    svg.append(
        "<line class=\"lane\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n"
            .formatted(LEFT, middle, WIDTH - RIGHT, middle));
    svg.append(text(10, middle + 4, "", lane));
    entries.stream()
        .filter(entry -> entry.lane().equals(lane))
        .forEach(entry -> svg.append(drawn(entry, middle)));
  }

  private String drawn(Entry entry, int middle) {
    double from = x(entry.from());
    double to = x(entry.to());
    String hint =
        String.format(
            Locale.ROOT,
            "<title>%s, %.2f s to %.2f s</title>",
            escaped(entry.label()),
            seconds(entry.from()),
            seconds(entry.to()));
    int top = middle - BAR / 2;
    String shape =
        entry.length().isZero()
            ? String.format(
                Locale.ROOT,
                "<line class=\"moment\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\">%s</line>%n",
                from,
                top,
                from,
                top + BAR,
                hint)
            : String.format(
                Locale.ROOT,
                "<rect class=\"bar\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\">%s</rect>%n",
                from,
                top,
                Math.max(1, to - from),
                BAR,
                hint);
    return shape + text(from + 2, top - 2, "small", entry.label());
  }

  private void drawAxis(StringBuilder svg, int y) {
    double whole = seconds(end());
    double step = Math.max(1, Math.ceil(whole / MOST_TICKS));
    for (double second = 0; second <= whole; second += step) {
      Instant at = start().plusMillis(Math.round(second * 1000));
      svg.append(text(x(at), y + 16, "small", String.format(Locale.ROOT, "%.0f s", second)));
    }
  }

  private double x(Instant at) {
    double whole = Math.max(seconds(end()), 0.001);
    return LEFT + seconds(at) / whole * (WIDTH - LEFT - RIGHT - 60);
  }

  private double seconds(Instant at) {
    return Duration.between(start(), at).toNanos() / 1e9;
  }

  private Instant start() {
    return edge(Entry::from, true);
  }

  private Instant end() {
    return edge(Entry::to, false);
  }

  private Instant edge(Function<Entry, Instant> side, boolean first) {
    return entries.stream()
        .map(side)
        .reduce((a, b) -> a.isBefore(b) == first ? a : b)
        .orElseThrow();
  }

  private static String text(double x, double y, String kind, String content) {
    return String.format(
        Locale.ROOT,
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
        kind,
        x,
        y,
        escaped(content));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
