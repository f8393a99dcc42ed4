package dev.drawbridge.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Standing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionStringsTest {
  private static final String HOST = "vpce-0a.example";

  @Test
  void libpq_gets_a_host_for_each_port_and_asks_for_the_writer() {
    assertThat(of("aurora-postgresql", "libpq").paste())
        .startsWith("host=vpce-0a.example,vpce-0a.example port=5434,5435 ")
        .contains("target_session_attrs=read-write", "connect_timeout=2", "tcp_user_timeout=");
    assertThat(of("aurora-postgresql", "libpq").tls())
        .contains("verify-full", "hostaddr", "a.orders.example,b.orders.example");
  }

  @Test
  void drivers_of_postgresql_get_hosts_with_their_ports() {
    assertThat(of("postgres", "PostgreSQL JDBC").paste())
        .startsWith("jdbc:postgresql://vpce-0a.example:5434,vpce-0a.example:5435/")
        .contains("targetServerType=primary");
    assertThat(of("postgres", "pgx").paste()).contains("target_session_attrs=read-write");
    assertThat(of("postgres", "Npgsql").paste())
        .startsWith("Host=vpce-0a.example:5434,vpce-0a.example:5435;Target Session Attributes=");
  }

  @Test
  void a_pool_of_mysql_opens_no_session_on_a_server_that_only_reads() {
    assertThat(of("aurora-mysql", "MySQL Connector/J").paste())
        .contains(
            "jdbc:mysql:loadbalance://vpce-0a.example:5434,",
            "sessionVariables=@writer=IF(@@innodb_read_only,");
    assertThat(of("mariadb", "MariaDB Connector/J").paste())
        .contains(
            "jdbc:mariadb:loadbalance://",
            "retriesAllDown=2",
            "initSql=SELECT IF(@@global.read_only,");
    assertThat(of("aurora-mysql", "ProxySQL").paste())
        .contains("'innodb_read_only'", "(20, 'vpce-0a.example', 5434, 1)");
  }

  @Test
  void a_proxy_checks_each_instance() {
    for (String engine : List.of("aurora-mysql", "aurora-postgresql")) {
      assertThat(of(engine, "HAProxy").paste())
          .contains("server a vpce-0a.example:5434 check", "server b vpce-0a.example:5435 check");
    }
  }

  @Test
  void everything_else_gets_the_two_ports_by_role_and_without_ports_nobody_gets_more() {
    assertThat(of("aurora-mysql", "everything else (Glue, BI tools), writes").paste())
        .isEqualTo(HOST + ":5433");
    assertThat(ConnectionStrings.of(database("aurora-mysql"), HOST, List.of()))
        .extracting(ConnectionString::paste)
        .containsExactly(HOST + ":5433", HOST + ":5432");
  }

  @Test
  void each_says_what_a_failover_is_how_the_name_is_checked_and_where_a_token_is_signed() {
    for (String engine : List.of("mysql", "postgres")) {
      assertThat(all(engine))
          .allSatisfy(
              each -> {
                assertThat(each.failover()).isNotBlank();
                assertThat(each.tls()).isNotBlank();
                assertThat(each.iamToken()).contains("writer.example:3306");
              });
    }
  }

  private static ConnectionString of(String engine, String client) {
    return all(engine).stream()
        .filter(each -> each.client().startsWith(client))
        .findFirst()
        .orElseThrow();
  }

  private static List<ConnectionString> all(String engine) {
    return ConnectionStrings.of(database(engine), HOST, List.of(port("b", 5435), port("a", 5434)));
  }

  private static InstancePort port(String identifier, int port) {
    return InstancePort.first(member(identifier), port);
  }

  private static Member member(String identifier) {
    return new Member(
        identifier,
        "db-" + identifier,
        identifier + ".orders.example",
        3306,
        Role.READER,
        Serving.SERVES,
        "eu-central-1a");
  }

  private static Database database(String engine) {
    String arn = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
    return new Database(
        "orders",
        arn,
        "cluster-1",
        arn,
        Standing.PRESENT,
        engine,
        3306,
        5432,
        5433,
        "writer.example",
        "reader.example",
        "vpc-0a",
        List.of(),
        List.of(),
        List.of(),
        List.of(member("a"), member("b")),
        Instant.EPOCH);
  }
}
