package dev.drawbridge.lab.postgresql;

import dev.drawbridge.lab.database.Failover;
import dev.drawbridge.lab.process.Cache;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("alone")
class PostgreSqlTest {
  @Test
  void replicas_follow_the_writer_refuse_writes_and_take_over_when_it_is_killed()
      throws SQLException {
    Failover.check(workspace -> new PostgreSql(workspace, Cache.ofUser()));
  }
}
