package dev.drawbridge.lab.svg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The few elements of SVG that pictures need. */
public final class Svg {
  /** No sans-serif font is wider on average, at the size of small labels. */
  private static final double CHARACTER = 6;

  private Svg() {}

  /** How wide a small label is at most, without knowing the reader's font. */
  public static double width(String label) {
    return label.length() * CHARACTER;
  }

  public static String text(String kind, double x, double y, String content) {
    return element(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", kind, x, y, escaped(content));
  }

  public static String line(String kind, double x1, double y1, double x2, double y2) {
    return element(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        kind, x1, y1, x2, y2);
  }

  public static String bar(String tone, double x, int y, double width, int height, String hint) {
    return element(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\">%s</rect>",
        tone, x, y, width, height, hint);
  }

  public static String tick(double x, int y, int height, String hint) {
    return element(
        "<line class=\"moment\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\">%s</line>",
        x, y, x, y + height, hint);
  }

  /** What a pointer over an element shows. */
  public static String hint(String content) {
    return "<title>" + escaped(content) + "</title>";
  }

  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * Writes a picture.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(String picture, Path file) {
    try {
      Files.writeString(file, picture);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the picture to " + file, e);
    }
  }

  private static String element(String format, Object... values) {
    return String.format(Locale.ROOT, format + "\n", values);
  }
}
