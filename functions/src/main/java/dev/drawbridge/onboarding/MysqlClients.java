package dev.drawbridge.onboarding;

import java.util.List;

/** Clients of MySQL and MariaDB: a pool, or a proxy, finds the writer. */
final class MysqlClients {
  /**
   * The driver avoids a host that once refused for a minute, unless told otherwise: the one that is
   * promoted may have. Read from MariaDB Connector/J 3.5.11, whose pages do not name it.
   */
  private static final String FORGIVING = "&deniedListTimeout=1000";

  private MysqlClients() {}

  static List<ConnectionString> of(Path path) {
    return List.of(
        pool(
            path,
            "MySQL Connector/J with HikariCP",
            "jdbc:mysql:loadbalance://%s/?connectTimeout=2000&socketTimeout=30000&tcpKeepAlive=true&sslMode=REQUIRED",
            "sslMode=VERIFY_IDENTITY"),
        pool(
            path,
            "MariaDB Connector/J with HikariCP",
            "jdbc:mariadb:loadbalance://%s/?connectTimeout=2000&socketTimeout=30000&tcpKeepAlive=true&sslMode=trust"
                + FORGIVING,
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
        initializationFailTimeout=-1
        connectionInitSql=%s"""
            .formatted(url.formatted(path.pairs()), opening(path)),
        "sessions end; a new one that opens on a read-only server fails, so that the pool moves on to the writer",
        ConnectionStrings.tls(path, verifying + " with the real names as hosts"),
        ConnectionStrings.token(path));
  }

  /** A statement that fails on a server that only reads: a subquery of two rows. */
  private static String opening(Path path) {
    return "SELECT IF(%s, (SELECT 1 UNION SELECT 2), 1)".formatted(readOnly(path));
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
