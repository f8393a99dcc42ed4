package dev.drawbridge.lab.consumer;

import com.zaxxer.hikari.SQLExceptionOverride;
import dev.drawbridge.lab.database.Dialect;
import java.sql.SQLException;
import java.util.stream.Stream;

/** A session whose server only reads by now leaves the pool, although it is sound. */
public final class ReadOnlyEviction implements SQLExceptionOverride {
  @java.lang.Override // the interface has one of its own
  public Override adjudicate(SQLException error) {
    boolean readsOnly =
        Stream.of(Dialect.MARIADB, Dialect.POSTGRESQL)
            .anyMatch(dialect -> dialect.isReadOnly(error));
    return readsOnly ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
