package dev.drawbridge.lab.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Tells the onlooker what happens: a line each, with the time since the start. On a terminal the
 * states stand out; elsewhere lines are plain.
 */
public final class Progress {
  private final PrintWriter out;
  private final boolean terminal;
  private final Instant start;

  /**
   * Begins to count now.
   *
   * @param terminal whether the reader understands escape sequences
   */
  public Progress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.start = Instant.now();
  }

  /** A state of the workflow is entered. */
  public void state(String name) {
    line(terminal ? "\u001b[1m" + name + "\u001b[0m" : name);
  }

  /** Somebody does something, or sees something. */
  public void note(String who, String what) {
    line("  " + who + ": " + what);
  }

  /** A line without a time. */
  public synchronized void plain(String text) {
    out.println(text);
    out.flush();
  }

  private synchronized void line(String text) {
    Duration since = Duration.between(start, Instant.now());
    out.println(String.format(Locale.ROOT, "%7.2f s  %s", since.toMillis() / 1000.0, text));
    out.flush();
  }
}
