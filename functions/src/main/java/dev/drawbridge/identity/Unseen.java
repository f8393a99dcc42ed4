package dev.drawbridge.identity;

/** Characters that nobody sees, so that two texts with and without them read the same. */
public final class Unseen {
  /**
   * Within a class of a pattern: format characters (those that turn the direction of writing among
   * them), letters and marks without a shape (fillers of Hangul, the joiner of graphemes, vowels of
   * Khmer, an empty cell of Braille, selectors of variants but for those of emoji), and what
   * Unicode has given to nobody.
   */
  public static final String CLASS =
      "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0D\\uFFA0"
          + "\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}\\x{E0100}-\\x{E01EF}";

  private Unseen() {}
}
