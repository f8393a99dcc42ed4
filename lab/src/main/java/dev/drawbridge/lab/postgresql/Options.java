package dev.drawbridge.lab.postgresql;

import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.database.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The command line of {@code postgres}. */
final class Options {
  private Options() {}

  static List<String> serving(Distribution distribution, Path data, Host host) {
    List<String> options =
        new ArrayList<>(List.of(distribution.program("postgres"), "-D", data.toString()));
    set(options, "listen_addresses", host.address());
    set(options, "port", Integer.toString(Dialect.POSTGRESQL.port()));
    set(options, "unix_socket_directories", "");
    // A standby gives it as its application_name too.
    set(options, "cluster_name", Integer.toString(host.number()));
    set(options, "shared_buffers", "32MB");
    set(options, "fsync", "off"); // a killed process loses nothing by it
    set(options, "max_wal_size", "256MB");
    set(options, "wal_keep_size", "256MB"); // a standby that changes its writer finds its place
    set(options, "wal_retrieve_retry_interval", "100ms");
    set(options, "synchronous_commit", "remote_write");
    set(options, "log_min_messages", "warning");
    return options;
  }

  private static void set(List<String> options, String name, String value) {
    options.add("-c");
    options.add(name + "=" + value);
  }

  /**
   * Sets what a server follows. Not on the command line, which would win over a later ALTER SYSTEM.
   *
   * @param source the connection string of the writer to follow; empty for a writer
   */
  static void follow(Path data, String source) {
    try {
      Files.writeString(
          data.resolve("postgresql.auto.conf"),
          source.isEmpty() ? "" : "primary_conninfo = '" + source + "'\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
