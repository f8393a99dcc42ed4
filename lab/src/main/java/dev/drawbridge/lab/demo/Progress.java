package dev.drawbridge.lab.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells the onlooker what happens: a line each, with the time since the start. On a terminal the
 * states stand out, and a last line that is written over and over says where things stand;
 * elsewhere lines are plain.
 */
public final class Progress {
  private static final Duration BETWEEN = Duration.ofMillis(500);

  /** Begins the last line anew. */
  private static final String AGAIN = "\r\u001b[2K";

  /** From here a long line is cut off at the right edge instead of going on below it; faint. */
  private static final String CUT = "\u001b[?7l\u001b[2m";

  private static final String UNCUT = "\u001b[0m\u001b[?7h";

  private final PrintWriter out;
  private final boolean terminal;
  private final Instant start;
  private Supplier<Optional<String>> standing = Optional::empty;
  private volatile boolean following;

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
    out.println((terminal ? AGAIN : "") + text);
    draw();
  }

  /**
   * Shows on a terminal, from now on, where things stand.
   *
   * @param words one line, or nothing; asked from several threads, and never waits
   */
  public synchronized void follow(Supplier<Optional<String>> words) {
    standing = words;
    following = true;
    if (terminal) {
      Thread.ofVirtual().name("standing").start(this::redraw);
    }
  }

  /** Ends the last line. */
  public synchronized void unfollow() {
    standing = Optional::empty;
    following = false;
    tick();
  }

  /** Writes the last line again. */
  synchronized void tick() {
    if (terminal) {
      out.print(AGAIN);
      draw();
    }
  }

  private void redraw() {
    try {
      while (following) {
        tick();
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void line(String text) {
    Duration since = Duration.between(start, Instant.now());
    plain(String.format(Locale.ROOT, "%7.2f s  %s", since.toMillis() / 1000.0, text));
  }

  private void draw() {
    if (terminal) {
      standing.get().ifPresent(words -> out.print(CUT + words + UNCUT));
    }
    out.flush();
  }
}
