package dev.drawbridge.onboarding;

import java.util.List;

/** Clients of PostgreSQL that ask each host for its role. */
final class PostgresClients {
  /** A dead host costs this much each time it is tried; libpq takes nothing shorter. */
  private static final int CONNECT_SECONDS = 2;

  private static final String FINDS =
      "sessions end; the next connection finds the new writer as soon as it takes writes";

  private PostgresClients() {}

  static List<ConnectionString> of(Path path) {
    return List.of(
        libpq(path),
        pgx(path),
        jdbc(path),
        npgsql(path),
        Proxies.haproxy(
            path,
            "PGCONNECT_TIMEOUT=2 psql -XAtqc 'SELECT pg_is_in_recovery()' -h $3 -p $4 | grep -qx f"));
  }

  private static ConnectionString libpq(Path path) {
    return new ConnectionString(
        "libpq (psql, psycopg)",
        "host=%s port=%s target_session_attrs=read-write connect_timeout=%d tcp_user_timeout=10000 keepalives_idle=60 sslmode=require"
            .formatted(path.hosts(), path.ports(), CONNECT_SECONDS),
        FINDS,
        ConnectionStrings.tls(
            path,
            "sslmode=verify-full sslrootcert=global-bundle.pem with the real names as host, or beside them hostaddr with an address of the endpoint once an instance"),
        ConnectionStrings.token(path));
  }

  private static ConnectionString pgx(Path path) {
    return new ConnectionString(
        "pgx (Go)",
        "postgres://%s/postgres?target_session_attrs=read-write&connect_timeout=%d&sslmode=require"
            .formatted(path.pairs(), CONNECT_SECONDS),
        FINDS,
        ConnectionStrings.tls(
            path, "sslmode=verify-full&sslrootcert=global-bundle.pem with the real names as hosts"),
        ConnectionStrings.token(path));
  }

  private static ConnectionString jdbc(Path path) {
    return new ConnectionString(
        "PostgreSQL JDBC",
        "jdbc:postgresql://%s/postgres?targetServerType=primary&connectTimeout=%d&socketTimeout=30&tcpKeepAlive=true&sslmode=require"
            .formatted(path.pairs(), CONNECT_SECONDS),
        FINDS + "; a pool does so by itself",
        ConnectionStrings.tls(
            path, "sslmode=verify-full&sslrootcert=global-bundle.pem with the real names as hosts"),
        ConnectionStrings.token(path));
  }

  private static ConnectionString npgsql(Path path) {
    return new ConnectionString(
        "Npgsql, by NpgsqlDataSourceBuilder.BuildMultiHost()",
        "Host=%s;Target Session Attributes=read-write;Timeout=%d;Keepalive=60;SSL Mode=Require"
            .formatted(path.pairs(), CONNECT_SECONDS),
        FINDS,
        ConnectionStrings.tls(
            path, "SSL Mode=VerifyFull;Root Certificate=global-bundle.pem with the real names"),
        ConnectionStrings.token(path));
  }
}
