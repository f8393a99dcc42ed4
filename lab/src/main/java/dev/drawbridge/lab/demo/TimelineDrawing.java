package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.demo.Timeline.Entry;
import dev.drawbridge.lab.svg.Svg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A timeline as an SVG picture: a lane each, seconds below. The moments of the first lane are drawn
 * through all others. It follows the reader's light or dark scheme.
 *
 * @param title said above it
 * @param zero where seconds are counted from
 * @param entries lane by lane from top to bottom, in each by their beginning
 */
public record TimelineDrawing(String title, Instant zero, List<Entry> entries) {
  private static final int WIDTH = 1000;
  private static final int LEFT = 150;

  /** Room for the label of something at the very end. */
  private static final int RIGHT = 130;

  private static final int TOP = 34;
  private static final int AXIS = 30;

  private static final String STYLE =
      """
      <style>
      text { font: 12px sans-serif; fill: #222 } .small, .in { font-size: 10px }
      .title { font-size: 14px; font-weight: bold } .in { fill: #fff } .paper { fill: #fff }
      .small { paint-order: stroke; stroke: #fff; stroke-width: 3px }
      .lane { stroke: #ddd } .lead { stroke: #aaa; stroke-width: 0.5 }
      .guide { stroke: #b5483a; stroke-width: 0.5; stroke-dasharray: 2 3 }
      .moment { stroke: #b5483a; stroke-width: 2 }
      .plain { fill: #4a6fa5 } .good { fill: #2f7d46 } .waiting { fill: #96660f }
      .bad { fill: #b5483a } rect { stroke: #fff; stroke-width: 0.5 }
      @media (prefers-color-scheme: dark) {
        text { fill: #ddd } .in { fill: #fff } .paper { fill: #0d1117 } .lane { stroke: #333 }
        .small { stroke: #0d1117 } .lead { stroke: #777 } rect { stroke: #0d1117 } .guide, .moment { stroke: #e5786a }
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
    Scale scale = new Scale(zero, start(), end(), LEFT, WIDTH - RIGHT);
    List<String> names = entries.stream().map(Entry::lane).distinct().toList();
    StringBuilder body = new StringBuilder();
    int y = TOP;
    for (String name : names) {
      LaneDrawing lane = new LaneDrawing(name, scale, of(name));
      body.append(lane.svg(y));
      y += lane.height();
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
            .formatted(WIDTH, y + AXIS)
        + Svg.hint(title)
        + "\n"
        + STYLE
        + Svg.bar("paper", 0, 0, WIDTH, y + AXIS, "")
        + Svg.text("title", 10, 20, title)
        + guides(of(names.getFirst()), scale, y)
        + body
        + axis(scale, y)
        + "</svg>\n";
  }

  /** Writes it, into a directory that is made if it is not there. */
  public void writeTo(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, svg());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the timeline to " + file, e);
    }
  }

  private List<Entry> of(String lane) {
    return entries.stream().filter(entry -> entry.lane().equals(lane)).toList();
  }

  private static String guides(List<Entry> first, Scale scale, int bottom) {
    StringBuilder svg = new StringBuilder();
    first.stream()
        .filter(entry -> entry.length().isZero())
        .map(entry -> scale.x(entry.from()))
        .forEach(x -> svg.append(Svg.line("guide", x, TOP, x, bottom)));
    return svg.toString();
  }

  private static String axis(Scale scale, int y) {
    StringBuilder svg = new StringBuilder();
    for (int second : scale.ticks()) {
      double x = scale.x(scale.zero().plusSeconds(second));
      svg.append(Svg.line("lead", x, y + 6, x, y + 10));
      svg.append(Svg.text("small", x - 4, y + 22, second + " s"));
    }
    return svg.toString();
  }

  private Instant start() {
    return entries.stream().map(Entry::from).min(Comparator.naturalOrder()).orElseThrow();
  }

  private Instant end() {
    return entries.stream().map(Entry::to).max(Comparator.naturalOrder()).orElseThrow();
  }
}
