package dev.drawbridge.lab.database;

import dev.drawbridge.lab.mariadb.HostCache;
import dev.drawbridge.lab.mariadb.MariaDb;
import dev.drawbridge.lab.postgresql.PostgreSql;
import dev.drawbridge.lab.process.Cache;
import dev.drawbridge.lab.process.Workspace;
import dev.drawbridge.simulator.rds.Engine;

/** The engines that what must hold of real servers is tried with. */
enum Kind {
  MARIADB(Engine.AURORA_MYSQL, "SELECT @@global.read_only = 0") {
    @Override
    DatabaseEngine engine(Workspace workspace) {
      return new MariaDb(workspace, Cache.ofUser(), HostCache.NONE);
    }
  },
  POSTGRESQL(Engine.AURORA_POSTGRESQL, "SELECT CASE WHEN pg_is_in_recovery() THEN 0 ELSE 1 END") {
    @Override
    DatabaseEngine engine(Workspace workspace) {
      return new PostgreSql(workspace, Cache.ofUser());
    }
  };

  final Engine simulated;

  /** A query that gives 1 where the server takes writes. */
  final String writable;

  Kind(Engine simulated, String writable) {
    this.simulated = simulated;
    this.writable = writable;
  }

  abstract DatabaseEngine engine(Workspace workspace);
}
