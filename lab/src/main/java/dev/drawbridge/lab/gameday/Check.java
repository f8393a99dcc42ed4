package dev.drawbridge.lab.gameday;

/**
 * One thing that was looked at before anything is done.
 *
 * @param stops whether a game day cannot begin like this
 */
record Check(String mark, String text, boolean stops) {
  static Check good(String text) {
    return new Check("yes", text, false);
  }

  /** Nobody can tell, or it is only worth knowing. */
  static Check unknown(String text) {
    return new Check("?", text, false);
  }

  static Check bad(String text) {
    return new Check("NO", text, true);
  }

  String line() {
    return "%-4s%s".formatted(mark, text);
  }
}
