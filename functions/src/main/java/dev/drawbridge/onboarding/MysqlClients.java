package dev.drawbridge.onboarding;

import java.util.List;

/** Clients of MySQL and MariaDB: a pool, or a proxy, finds the writer. */
final class MysqlClients {
  private MysqlClients() {}

  static List<ConnectionString> of(Path path) {
    return List.of(
        pool(
            path,
            "MySQL Connector/J with HikariCP",
            "jdbc:mysql:loadbalance://%s/?connectTimeout=2000&socketTimeout=30000&tcpKeepAlive=true&sslMode=REQUIRED"
                + mysqlRole(path),
            "sslMode=VERIFY_IDENTITY"),
        pool(
            path,
            "MariaDB Connector/J with HikariCP",
            "jdbc:mariadb:loadbalance://%s/?connectTimeout=2000&socketTimeout=30000&tcpKeepAlive=true&sslMode=trust"
                + mariadbRole(path),
            "sslMode=verify-full&serverSslCert=global-bundle.pem"),
        proxySql(path),
        Proxies.haproxy(
            path,
            "mysql -h $3 -P $4 --connect-timeout=2 -Nse 'SELECT %s' | grep -qx 0"
                .formatted(readOnly(path))));
  }

  private static ConnectionString pool(Path path, String client, String url, String verifying) {
    return new ConnectionString(
        client,
        """
        jdbcUrl=%s
        connectionTimeout=1500
        initializationFailTimeout=-1"""
            .formatted(url.replace("%s", path.pairs())),
        "sessions end; a new one asks each host for its role until the writer is found",
        ConnectionStrings.tls(path, verifying + " with the real names as hosts"),
        ConnectionStrings.token(path));
  }

  /**
   * A server that only reads counts as one that does not answer, so that the driver asks the next
   * one. Seen of MySQL Connector/J 9.7.0: a variable that cannot be set has the state 21000.
   */
  private static String mysqlRole(Path path) {
    return "&sessionVariables=@writer=%s&loadBalanceSQLStateFailover=21000"
        .formatted(opening(path));
  }

  /**
   * The same. Read from MariaDB Connector/J 3.5.11: it avoids a host that has failed for a minute,
   * unless told otherwise, and once it avoids all it asks one of them only, again and again; so it
   * is to forget soon, and to give up when it can have asked all.
   */
  private static String mariadbRole(Path path) {
    return "&deniedListTimeout=250&retriesAllDown=%d&initSql=SELECT %s"
        .formatted(tries(path.instances().size()), opening(path));
  }

  /** A silent host costs its time-out, after which those that were asked before it may be again. */
  private static int tries(int hosts) {
    return Math.max(hosts, 2 * hosts - 2);
  }

  /** An expression that fails on a server that only reads: a subquery of two rows. */
  private static String opening(Path path) {
    return "IF(%s,(SELECT 1 UNION SELECT 2),1)".formatted(readOnly(path));
  }

  /** Aurora's readers are not read-only by MySQL's own variable. */
  private static String readOnly(Path path) {
    return path.database().engine().startsWith("aurora")
        ? "@@innodb_read_only"
        : "@@global.read_only";
  }

  private static ConnectionString proxySql(Path path) {
    return new ConnectionString(
        "ProxySQL (its admin port)",
        """
        INSERT INTO mysql_replication_hostgroups (writer_hostgroup, reader_hostgroup, check_type) VALUES (10, 20, '%s');
        %s
        UPDATE global_variables SET variable_value = '1000' WHERE variable_name = 'mysql-monitor_read_only_interval';
        UPDATE global_variables SET variable_value = '2000' WHERE variable_name = 'mysql-connect_timeout_server';
        LOAD MYSQL SERVERS TO RUNTIME; LOAD MYSQL VARIABLES TO RUNTIME; SAVE MYSQL SERVERS TO DISK; SAVE MYSQL VARIABLES TO DISK;"""
            .formatted(
                path.database().engine().startsWith("aurora") ? "innodb_read_only" : "read_only",
                path.each(
                    port ->
                        "INSERT INTO mysql_servers (hostgroup_id, hostname, port, use_ssl) VALUES (20, '%s', %d, 1);"
                            .formatted(path.host(), port.port()),
                    "\n")),
        "the proxy finds the new writer at its next check; sessions behind it end",
        "the proxy's own; it checks no name of a server",
        ConnectionStrings.token(path) + "; ProxySQL needs one for each of its users");
  }
}
