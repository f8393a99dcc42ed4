package dev.drawbridge.lab.postgresql;

import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.process.Account;
import dev.drawbridge.lab.process.Cache;
import dev.drawbridge.lab.process.Command;
import dev.drawbridge.lab.process.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A data directory with the two users and the empty database, made once and copied for each writer.
 *
 * @param data to be copied, never served from
 */
record Template(Path data) {
  /** To be changed with every change to what is in it: nobody serves from an older one. */
  private static final String NAME = "postgresql-18.6-data";

  private static final String WHO_MAY_CONNECT =
      """
      host all         all 127.0.0.0/8 scram-sha-256
      host replication %s  127.0.0.0/8 scram-sha-256
      """
          .formatted(Dialect.ADMINISTRATOR);

  /** The server's single-user mode takes a statement a line. */
  private static final String USERS =
      """
      ALTER ROLE %1$s PASSWORD '%1$s'
      CREATE ROLE %2$s LOGIN PASSWORD '%2$s'
      CREATE DATABASE %3$s OWNER %2$s
      """
          .formatted(Dialect.ADMINISTRATOR, Dialect.APPLICATION, Dialect.DATABASE);

  static Template initialised(Cache cache, Distribution distribution) {
    Path entry = cache.entry(NAME, directory -> initialise(directory, distribution));
    return new Template(entry.resolve("data"));
  }

  void copyTo(Path directory) {
    Trees.copy(data, directory, path -> true);
  }

  private static void initialise(Path directory, Distribution distribution) {
    Account account = Account.forServers();
    account.own(directory);
    String data = directory.resolve("data").toString();
    List<String> initdb =
        List.of(
            distribution.program("initdb"),
            "--pgdata=" + data,
            "--username=" + Dialect.ADMINISTRATOR,
            "--encoding=UTF8",
            "--locale=C",
            "--auth=trust",
            "--no-sync",
            "--no-instructions");
    new Command("making PostgreSQL's data directory", account.running(initdb)).run("");
    List<String> single =
        List.of(distribution.program("postgres"), "--single", "-F", "-D", data, "postgres");
    new Command("making PostgreSQL's users", account.running(single)).run(USERS);
    try {
      Files.writeString(Path.of(data, "pg_hba.conf"), WHO_MAY_CONNECT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
