package dev.drawbridge.simulator.iam;

/** IAM's patterns: {@code *} stands for any text, {@code ?} for one character. */
final class Glob {
  private Glob() {}

  /** Whether {@code text} fits, by the usual walk that goes back to the last star. */
  static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      boolean literal =
          p < pattern.length()
              && pattern.charAt(p) != '*'
              && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t));
      if (literal) {
        p++;
        t++;
      } else if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
