package dev.drawbridge.lab.consumer;

import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.simulator.dns.Resolver;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The consumer's application. It knows what onboarding told it, two host names and two ports, and
 * nothing of the provider's side.
 *
 * @param resolver its VPC's DNS, asked anew for every connection
 * @param dialect the driver's way to speak to the database
 * @param writer where it writes
 * @param reader where it reads
 * @param random picks one of a name's addresses, as resolvers rotate them
 */
public record Application(
    Resolver resolver, Dialect dialect, Entry writer, Entry reader, RandomGenerator random) {

  /** A name and a port, as the consumer was given them. */
  public record Entry(String host, int port) {}

  /** Makes the table that it writes to. */
  public Attempt createTable() {
    return Attempt.of(
        () ->
            with(
                writer,
                connection -> {
                  try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE TABLE items (id INT PRIMARY KEY, note VARCHAR(40))");
                  }
                  return server(connection);
                }));
  }

  /** Writes one row through the writer's port. */
  public Attempt write(int id) {
    return Attempt.of(
        () ->
            with(
                writer,
                connection -> {
                  try (PreparedStatement insert =
                      connection.prepareStatement("INSERT INTO items VALUES (?, ?)")) {
                    int server = server(connection);
                    insert.setInt(1, id);
                    insert.setString(2, "row " + id);
                    insert.executeUpdate();
                    return server;
                  }
                }));
  }

  /** Counts the rows through the reader's port. */
  public Attempt read() {
    return Attempt.reading(
        () ->
            with(
                reader,
                connection -> {
                  try (Statement statement = connection.createStatement();
                      ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM items")) {
                    rows.next();
                    return new Attempt.Seen(server(connection), rows.getInt(1));
                  }
                }));
  }

  /** Opens a connection to an entry and asks who answers. */
  public Attempt connect(Entry entry) {
    return Attempt.of(() -> with(entry, this::server));
  }

  private <T> T with(Entry entry, Use<T> use) throws SQLException, UnknownHostException {
    List<String> addresses = resolver.resolve(entry.host());
    String address = addresses.get(random.nextInt(addresses.size()));
    try (Connection connection =
        DriverManager.getConnection(
            dialect.url(address, entry.port()), Dialect.APPLICATION, Dialect.APPLICATION)) {
      return use.of(connection);
    }
  }

  private int server(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(dialect.identity())) {
      row.next();
      return row.getInt(1);
    }
  }

  private interface Use<T> {
    T of(Connection connection) throws SQLException;
  }
}
