package dev.drawbridge.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.consumer.Application;
import dev.drawbridge.lab.consumer.Application.Entry;
import dev.drawbridge.lab.database.Deadline;
import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.database.Server;
import dev.drawbridge.lab.demo.Stage;
import dev.drawbridge.simulator.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The connection strings of a result, pasted into the clients that they are for: real drivers,
 * programs and a proxy, in front of real servers whose writer is killed.
 */
class ConnectionStringsPeerIT {
  private static final long DIVISOR = 100;
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private static final String PSYCOPG =
      "import psycopg, sys; psycopg.connect(sys.argv[1], autocommit=True).execute(sys.argv[2])";

  @TempDir private Path home;

  @Test
  void clients_of_postgresql_find_the_new_writer() throws IOException {
    try (Stage stage = new Stage(fast(), Dialect.POSTGRESQL, 1)) {
      PastedStrings pasted = PastedStrings.of(stage.scenario(), stage.database());
      String libpq = pasted.of("libpq") + " user=app password=app dbname=orders";
      try (HaProxy proxy = new HaProxy(home, pasted.of("HAProxy"))) {
        liveOn(
            stage,
            pasted,
            List.of(
                PastingClient.program("psql", home, List.of("/usr/bin/psql", "-X", libpq, "-c")),
                PastingClient.program(
                    "psycopg", home, List.of("/usr/bin/python3", "-c", PSYCOPG, libpq)),
                PastingClient.jdbc("PostgreSQL JDBC", pasted.of("PostgreSQL JDBC")),
                PastingClient.jdbc("HAProxy", proxy.url(Dialect.POSTGRESQL)),
                everythingElse(pasted, Dialect.POSTGRESQL)));
      }
    }
  }

  @Test
  void clients_of_mysql_and_mariadb_find_the_new_writer() throws IOException {
    try (Stage stage = new Stage(fast(), Dialect.MARIADB, 1)) {
      PastedStrings pasted = PastedStrings.of(stage.scenario(), stage.database());
      try (HaProxy proxy = new HaProxy(home, pasted.of("HAProxy"))) {
        liveOn(
            stage,
            pasted,
            List.of(
                PastingClient.pool("MySQL Connector/J", pasted.of("MySQL Connector/J")),
                PastingClient.pool("MariaDB Connector/J", pasted.of("MariaDB Connector/J")),
                PastingClient.jdbc("HAProxy", proxy.url(Dialect.MARIADB)),
                everythingElse(pasted, Dialect.MARIADB)));
      }
    }
  }

  /** Each writes, the writer is killed, and each writes again. */
  private static void liveOn(Stage stage, PastedStrings pasted, List<PastingClient> clients) {
    createTable(stage, pasted);
    List<String> expected = new ArrayList<>();
    Server victim = stage.cluster().writer();
    try {
      clients.forEach(each -> expected.add(write(each, expected.size())));
      victim.process().destroyForcibly();
      clients.forEach(each -> expected.add(write(each, expected.size())));
    } finally {
      clients.forEach(PastingClient::close);
    }
    Server writer = Deadline.of(LIMIT).retrying(BETWEEN, () -> stage.cluster().writer());
    assertThat(writer.host()).isNotEqualTo(victim.host());
    assertThat(writer.query("SELECT COUNT(*) FROM items"))
        .as("rows of %s", expected)
        .isEqualTo(String.valueOf(expected.size()));
  }

  private static String write(PastingClient client, int row) {
    return Deadline.of(LIMIT)
        .retrying(
            BETWEEN,
            () -> {
              client.write(row);
              return client.name();
            });
  }

  private static PastingClient everythingElse(PastedStrings pasted, Dialect dialect) {
    String[] place = pasted.of("everything else (Glue, BI tools), writes").split(":", -1);
    return PastingClient.jdbc("everything else", dialect.url(place[0], Integer.parseInt(place[1])));
  }

  private static void createTable(Stage stage, PastedStrings pasted) {
    Entry writer = new Entry("writer", pasted.exposure().writerPort());
    Application application =
        new Application(
            name -> List.of(pasted.exposure().address()),
            stage.cluster().dialect(),
            writer,
            writer,
            new Random());
    assertThat(application.createTable().error()).isNull();
  }

  private static Settings fast() {
    Settings published = Settings.published();
    return published.dividedBy(DIVISOR).states(published.states().pausesDividedBy(DIVISOR));
  }
}
