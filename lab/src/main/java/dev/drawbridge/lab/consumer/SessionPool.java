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

  /** The first host that is tried may be one that only reads, which would end the start. */
  private static final long TRY_NONE_AT_THE_START = -1;

  private final HikariDataSource pool;

  /** Begins to open its sessions. */
  public SessionPool(Dialect dialect, String address, List<Integer> ports) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(dialect.url(address, ports));
    config.setUsername(Dialect.APPLICATION);
    config.setPassword(Dialect.APPLICATION);
    config.setMaximumPoolSize(4);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(TRY_NONE_AT_THE_START);
    config.setValidationTimeout(PATIENCE_MILLIS / 2);
    config.setExceptionOverrideClassName(ReadOnlyEviction.class.getName());
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
