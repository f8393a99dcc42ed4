package dev.drawbridge.lab.postgresql;

import dev.drawbridge.lab.database.Server;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.process.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** A copy of a running writer's data, from which a standby starts: what pg_basebackup does. */
final class BaseBackup {
  /** Of the running server itself, or rebuilt by the copy when it starts. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "postmaster.pid",
          "postmaster.opts",
          "pg_wal",
          "pg_replslot",
          "pg_stat_tmp",
          "pg_subtrans",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots");

  private BaseBackup() {}

  /** Copies the writer's data into the empty directory {@code target}. */
  static void take(Server writer, Path target) {
    // Start and stop belong to one session: the backup ends with the connection that began it.
    try (Connection connection = writer.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('drawbridge', fast => true)");
      Trees.copy(
          writer.directory(), target, path -> !LEFT_OUT.contains(path.getName(0).toString()));
      Files.createDirectories(target.resolve("pg_wal/archive_status"));
      try (ResultSet result =
          statement.executeQuery(
              "SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)")) {
        result.next();
        Files.writeString(target.resolve("backup_label"), result.getString(1));
      }
      Files.writeString(target.resolve("standby.signal"), "");
    } catch (SQLException e) {
      throw new LabException(writer.host().name() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
