package dev.drawbridge.lab.cli;

import picocli.CommandLine.TypeConversionException;

/** Reads a number, and says in people's words what is none: picocli's own name Java's types. */
final class WholeNumber {
  private WholeNumber() {}

  /**
   * Reads one that an {@code int} holds, which is enough for seeds as for counts.
   *
   * @throws TypeConversionException naming the text and the bounds
   */
  static long of(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(
          "'%s' is not a whole number from %d to %d"
              .formatted(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
  }
}
