package dev.drawbridge.lab.database;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the clients of an engine speak to it.
 *
 * @param engine the name that {@code --engine} takes
 * @param port the port that the servers listen on
 * @param urlFormat of a JDBC URL: host, port, database; connection time-outs are in it
 * @param identity a query for the number of the server that answers it
 * @param readOnlyError the error of a write to a replica: vendor code or SQL state
 * @param hostsFormat of a JDBC URL by which the driver finds the writer itself, as docs/clients.md
 *     has it: hosts with ports, database, how many hosts
 */
public record Dialect(
    String engine,
    int port,
    String urlFormat,
    String identity,
    String readOnlyError,
    String hostsFormat) {
  /** The database that consumers use. */
  public static final String DATABASE = "orders";

  /** Name and password of the consumer's user, who owns {@link #DATABASE} and nothing else. */
  public static final String APPLICATION = "app";

  /** Name and password of the lab's own user, who may do everything. */
  public static final String ADMINISTRATOR = "lab";

  /** MariaDB; error 1290 is ER_OPTION_PREVENTS_STATEMENT, here {@code --read-only}. */
  public static final Dialect MARIADB =
      new Dialect(
          "mariadb",
          3306,
          "jdbc:mariadb://%s:%d/%s?sslMode=disable&connectTimeout=2000&socketTimeout=5000",
          "SELECT @@server_id",
          "1290",
          "jdbc:mariadb:loadbalance://%s/%s?sslMode=disable&connectTimeout=2000&socketTimeout=5000"
              + "&deniedListTimeout=250&retriesAllDown=%d"
              + "&initSql=SELECT IF(@@global.read_only,(SELECT 1 UNION SELECT 2),1)");

  /** PostgreSQL; 25006 is read_only_sql_transaction. */
  public static final Dialect POSTGRESQL =
      new Dialect(
          "postgresql",
          5432,
          "jdbc:postgresql://%s:%d/%s?sslmode=disable&connectTimeout=2&socketTimeout=5",
          "SELECT current_setting('cluster_name')::int",
          "25006",
          "jdbc:postgresql://%s/%s?targetServerType=primary&sslmode=disable&connectTimeout=2&socketTimeout=2");

  /** Whether that is the refusal of a write by a server that only reads. */
  public boolean isReadOnly(SQLException error) {
    return Integer.toString(error.getErrorCode()).equals(readOnlyError)
        || readOnlyError.equals(error.getSQLState());
  }

  /** The JDBC URL of the consumer's database behind several ports of an address. */
  public String url(String address, List<Integer> ports) {
    return hostsFormat.formatted(
        ports.stream()
            .map(port -> "%s:%d".formatted(address, port))
            .collect(Collectors.joining(",")),
        DATABASE,
        Math.max(ports.size(), 2 * ports.size() - 2));
  }

  /** The JDBC URL of the consumer's database behind this address. */
  public String url(String address, int port) {
    return urlFormat.formatted(address, port, DATABASE);
  }
}
