package dev.drawbridge.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Letters of other scripts that read as Latin ones, of Unicode's table of confusable characters
 * (UTS 39, confusables.txt) those of Cyrillic, Greek and Armenian whose shape is that of a small
 * Latin letter. Lower case only: addresses are folded before. Latin letters and digits that look
 * alike ({@code l} and {@code 1}) are left alone: issuers that give out both are many.
 */
final class Lookalikes {
  private static final Map<Integer, Integer> LATIN = new HashMap<>();

  static {
    pairs(
        "\u0430\u0441\u0435\u0456\u0458\u043E\u0440\u0455\u0445\u0443\u04BB\u0501\u051B\u051D",
        "aceijopsxyhdqw");
    pairs("\u043A\u043C\u0442\u043D\u0432\u0433\u04CF\u0475\u04AF\u0578", "kmthbrlvyn");
    pairs(
        "\u03B1\u03BF\u03C1\u03BD\u03B9\u03BA\u03C5\u03C7\u03B3\u03C9\u03F2\u03F3", "aopvikuxywcj");
    pairs(
        "\u0581\u0585\u0570\u057D\u0563\u0566\u0575\u0251\u0261\u0131\u0269\u1D0F", "gohugqjagiio");
  }

  private Lookalikes() {}

  private static void pairs(String others, String latin) {
    for (int i = 0; i < others.length(); i++) {
      LATIN.put((int) others.charAt(i), (int) latin.charAt(i));
    }
  }

  /** The text as somebody reads it who takes every letter for a Latin one. */
  static String read(String text) {
    return text.codePoints()
        .map(letter -> LATIN.getOrDefault(letter, letter))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
