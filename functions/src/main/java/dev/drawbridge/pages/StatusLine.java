package dev.drawbridge.pages;

/** The line under a title that says how something stands. */
final class StatusLine {
  private StatusLine() {}

  /**
   * The line.
   *
   * @param style {@code yes}, {@code no} or {@code wait}
   * @param word how it stands, with a full stop
   * @param text what that means
   */
  static Html of(String style, String word, String text) {
    return Html.of(
        "<p class=\"status {}\"><span class=\"tag\">{}</span> {}</p>", style, word, text);
  }
}
