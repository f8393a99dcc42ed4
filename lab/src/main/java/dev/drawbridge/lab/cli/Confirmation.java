package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.process.LabException;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a person at a terminal whether something is meant. */
final class Confirmation {
  private static final Set<String> YES = Set.of("y", "yes");

  private Confirmation() {}

  /**
   * Whether the person says yes.
   *
   * @throws LabException without a terminal: what a pipe holds was not written for this question
   */
  @SuppressWarnings("SystemConsoleNull") // Null is possible still, without the module of JLine.
  static boolean given(PrintWriter out, String question) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new LabException(
          "there is no terminal to ask at, so nothing was answered; say --yes if it is meant, or"
              + " --show to read only");
    }
    out.flush();
    return means(console.readLine("%s [y/N] ", question));
  }

  /** Whether a line means yes; none at all, as at the end of the input, is a no. */
  static boolean means(@Nullable String line) {
    return line != null && YES.contains(line.strip().toLowerCase(Locale.ROOT));
  }
}
