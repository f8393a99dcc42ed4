package dev.drawbridge.discovery;

import dev.drawbridge.error.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * The listener ports: the readers have the database's own port, the writer the next one.
 *
 * @param reader the reader listener's port
 * @param writer the writer listener's port
 */
public record Ports(int reader, int writer) {
  private static final int HIGHEST = 65_535;

  /** Checks range and difference. */
  public Ports {
    check("readerPort", reader);
    check("writerPort", writer);
    if (reader == writer) {
      throw new InvalidRequest(
          "readerPort and writerPort are both %d; they must differ".formatted(reader));
    }
  }

  /** Requested ports, with the defaults for a database that listens on {@code port}. */
  public static Ports of(int port, @Nullable Integer reader, @Nullable Integer writer) {
    int readers = reader == null ? port : reader;
    int writers = writer == null ? port + 1 : writer;
    if (writer == null && writers == readers) {
      writers = port + 2;
    }
    return new Ports(readers, writers);
  }

  private static void check(String field, int port) {
    if (port < 1 || port > HIGHEST) {
      throw new InvalidRequest("%s is %d; it must be from 1 to 65535".formatted(field, port));
    }
  }
}
