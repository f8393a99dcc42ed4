package dev.drawbridge.discovery;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseFacts;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The engines that Drawbridge exposes. The RDS API also answers for DocumentDB, Neptune, Oracle,
 * SQL Server and Db2, whose clients, roles and handshakes it knows nothing of.
 */
public final class Engines {
  private static final SortedSet<String> KNOWN =
      new TreeSet<>(
          java.util.List.of("aurora-mysql", "aurora-postgresql", "mariadb", "mysql", "postgres"));

  private Engines() {}

  /**
   * Passes if the database's engine is one of ours.
   *
   * @throws InvalidRequest naming the engine and those that are known
   */
  public static void check(DatabaseFacts database) {
    if (!KNOWN.contains(database.engine())) {
      throw new InvalidRequest(
          "database '%s' cannot be exposed: its engine is %s; known are %s"
              .formatted(database.identifier(), database.engine(), String.join(", ", KNOWN)));
    }
  }
}
