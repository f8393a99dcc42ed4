package dev.drawbridge.lab.mariadb;

import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.process.Account;
import dev.drawbridge.lab.process.Cache;
import dev.drawbridge.lab.process.Command;
import dev.drawbridge.lab.process.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A data directory with the system tables, the two users and the empty database, made once and
 * copied for each server.
 *
 * <p>All servers start from the same bytes with an empty binary log, so a replica needs nothing but
 * the writer's log from its beginning.
 *
 * @param data to be copied, never served from
 */
record Template(Path data) {
  /** To be changed with every change to what is in it: nobody serves from an older one. */
  private static final String NAME = "mariadb-11.4.5-data";

  /** What mariadb-install-db feeds to the server, without the help tables. */
  private static final List<String> SYSTEM_TABLES =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql");

  /** In bootstrap mode a statement that spans lines is only read where a script's own does. */
  private static final String USERS =
      """
      FLUSH PRIVILEGES;
      CREATE DATABASE %1$s;
      CREATE USER '%2$s'@'%%' IDENTIFIED BY '%2$s';
      GRANT ALL PRIVILEGES ON *.* TO '%2$s'@'%%' WITH GRANT OPTION;
      CREATE USER '%3$s'@'%%' IDENTIFIED BY '%3$s';
      GRANT ALL PRIVILEGES ON %1$s.* TO '%3$s'@'%%';
      """
          .formatted(Dialect.DATABASE, Dialect.ADMINISTRATOR, Dialect.APPLICATION);

  static Template initialised(Cache cache, Distribution distribution) {
    return new Template(cache.entry(NAME, directory -> initialise(directory, distribution)));
  }

  void copyTo(Path directory) {
    Trees.copy(data, directory, path -> true);
  }

  private static void initialise(Path directory, Distribution distribution) {
    StringBuilder sql = new StringBuilder("CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\n");
    sql.append("SET @auth_root_socket=NULL;\n");
    SYSTEM_TABLES.forEach(name -> sql.append(distribution.script(name)).append('\n'));
    sql.append(USERS);
    List<String> command = new ArrayList<>(Options.storage(distribution, directory));
    command.addAll(
        List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine=", "--skip-ssl"));
    Account account = Account.forServers();
    account.own(directory);
    new Command("making MariaDB's system tables", account.running(command)).run(sql.toString());
  }
}
