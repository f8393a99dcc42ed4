package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.consumer.Attempt;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Attempts of a load, made by hand: each takes 100 ms, moments count from the kill. */
final class Attempts {
  static final Instant KILL = Instant.parse("2026-11-22T10:00:00Z");

  private static final Duration TOOK = Duration.ofMillis(100);

  private Attempts() {}

  static Attempt good(long millis, int server) {
    return new Attempt(at(millis), TOOK, server, 0, null);
  }

  static Attempt refused(long millis) {
    return failed(millis, new SQLException("Connection refused", "08000", 0));
  }

  static Attempt readOnly(long millis) {
    return failed(millis, new SQLException("--read-only", "HY000", 1290));
  }

  static Instant at(long millis) {
    return KILL.plusMillis(millis);
  }

  private static Attempt failed(long millis, SQLException why) {
    return new Attempt(at(millis), TOOK, 0, 0, why);
  }
}
