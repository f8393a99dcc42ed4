package dev.drawbridge.lab.consumer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.drawbridge.lab.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** HikariCP over the ports of all instances, as docs/clients.md has it: sessions that stay. */
public final class SessionPool implements Sessions {
  private static final long PATIENCE_MILLIS = 1_500;

  /** The first host that is tried may be one that only reads: by default that ends the start. */
  private static final long START_MILLIS = 30_000;

  private final HikariDataSource pool;

  /** Opens its sessions at once. */
  public SessionPool(Dialect dialect, String address, List<Integer> ports) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(dialect.url(address, ports));
    config.setUsername(Dialect.APPLICATION);
    config.setPassword(Dialect.APPLICATION);
    config.setMaximumPoolSize(4);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(START_MILLIS);
    config.setValidationTimeout(PATIENCE_MILLIS / 2);
    config.setExceptionOverrideClassName(ReadOnlyEviction.class.getName());
    if (!dialect.hosts().sessionOpening().isEmpty()) {
      config.setConnectionInitSql(dialect.hosts().sessionOpening());
    }
    this.pool = new HikariDataSource(config);
  }

  @Override
  public Connection take() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void close() {
    pool.close();
  }
}
