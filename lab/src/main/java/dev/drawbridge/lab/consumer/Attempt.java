package dev.drawbridge.lab.consumer;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One use of the database, from the lookup of its name to the answer.
 *
 * @param at when it began
 * @param took how long it took, whatever became of it
 * @param server the number of the database server that answered; 0 where none did
 * @param rows the number of rows read; 0 for a write
 * @param error what went wrong; null where nothing did
 */
public record Attempt(Instant at, Duration took, int server, int rows, @Nullable Exception error) {

  /** What a reader saw: which server, and how many rows. */
  record Seen(int server, int rows) {}

  /** Something that a server answers with its number. */
  interface Use {
    int run() throws SQLException, UnknownHostException;
  }

  /** Something that a server answers with its number and rows. */
  interface Reading {
    Seen run() throws SQLException, UnknownHostException;
  }

  /** Whether the database did what it was asked. */
  public boolean succeeded() {
    return error == null;
  }

  /** When it was over. */
  public Instant end() {
    return at.plus(took);
  }

  static Attempt of(Use use) {
    return reading(() -> new Seen(use.run(), 0));
  }

  static Attempt reading(Reading use) {
    Instant at = Instant.now();
    long start = System.nanoTime();
    try {
      Seen seen = use.run();
      return new Attempt(at, since(start), seen.server(), seen.rows(), null);
    } catch (SQLException | UnknownHostException e) {
      return new Attempt(at, since(start), 0, 0, e);
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
