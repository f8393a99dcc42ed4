package dev.drawbridge.lab.consumer;

import dev.drawbridge.lab.database.Dialect;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A steady load of writes by one way to the writer, each of a row of its own, whatever becomes of
 * the last one. Close it to stop; what it saw stays readable.
 */
public final class Writes implements AutoCloseable {
  private final Dialect dialect;
  private final Sessions sessions;
  private final Duration pause;
  private final List<Attempt> attempts = new ArrayList<>();
  private final Set<Integer> acknowledged = new TreeSet<>();
  private final Thread thread;
  private volatile boolean stopped;

  /**
   * Starts it.
   *
   * @param firstId of the rows that it writes; the following ones are its own, too
   * @param pause between the end of one attempt and the start of the next
   */
  public Writes(Dialect dialect, Sessions sessions, int firstId, Duration pause) {
    this.dialect = dialect;
    this.sessions = sessions;
    this.pause = pause;
    this.thread = Thread.ofPlatform().daemon().name("writes").start(() -> run(firstId));
  }

  /** Every attempt so far, in order. */
  public List<Attempt> attempts() {
    synchronized (attempts) {
      return List.copyOf(attempts);
    }
  }

  /** The rows that the database has said it holds. */
  public Set<Integer> acknowledged() {
    synchronized (attempts) {
      return Set.copyOf(acknowledged);
    }
  }

  /** The end of the first good write that ended after that. */
  public Optional<Instant> firstGoodAfter(Instant moment) {
    synchronized (attempts) { // asked all the time: only the last attempts are looked at
      return attempts.reversed().stream()
          .takeWhile(each -> each.end().isAfter(moment))
          .filter(Attempt::succeeded)
          .map(Attempt::end)
          .reduce((later, earlier) -> earlier);
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sessions.close();
  }

  private void run(int firstId) {
    try {
      for (int next = firstId; !stopped; next++) {
        int id = next;
        Attempt done = Attempt.of(() -> write(id));
        synchronized (attempts) {
          attempts.add(done);
          if (done.succeeded()) {
            acknowledged.add(id);
          }
        }
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int write(int id) throws SQLException, UnknownHostException {
    try (Connection connection = sessions.take();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(dialect.identity());
        PreparedStatement insert = connection.prepareStatement("INSERT INTO items VALUES (?, ?)")) {
      row.next();
      int server = row.getInt(1);
      insert.setInt(1, id);
      insert.setString(2, "row " + id);
      insert.executeUpdate();
      return server;
    }
  }
}
