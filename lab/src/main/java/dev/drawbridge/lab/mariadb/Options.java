package dev.drawbridge.lab.mariadb;

import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.database.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of {@code mariadbd}. */
final class Options {
  private Options() {}

  /** What the data directory is made with, and what every server on a copy of it must repeat. */
  static List<String> storage(Distribution distribution, Path data) {
    return List.of(
        distribution.server().toString(),
        "--no-defaults", // first, or the machine's own configuration is read
        "--basedir=" + distribution.home(),
        "--lc-messages-dir=" + distribution.home().resolve("share"),
        "--datadir=" + data,
        // Small files: three servers start from a copy of 20 MB each.
        "--innodb-log-file-size=8M",
        "--innodb-undo-tablespaces=0",
        "--innodb-data-file-path=ibdata1:4M:autoextend",
        "--innodb-autoextend-increment=1");
  }

  /** A server of the cluster; all start read-only, so that none takes a write by mistake. */
  static List<String> serving(Distribution distribution, Path data, Host host, HostCache cache) {
    List<String> options = new ArrayList<>(storage(distribution, data));
    options.addAll(
        List.of(
            "--bind-address=" + host.address(),
            "--port=" + Dialect.MARIADB.port(),
            "--socket=" + data.resolve("server.sock"),
            "--server-id=" + host.number(),
            "--read-only",
            "--log-bin=binlog",
            "--log-slave-updates",
            "--gtid-strict-mode",
            // 11.4 makes a certificate at every start, which takes up to 18 s here.
            "--skip-ssl",
            "--skip-slave-start",
            "--slave-net-timeout=5",
            "--performance-schema=off",
            "--innodb-buffer-pool-size=32M",
            "--innodb-flush-log-at-trx-commit=2", // a killed process loses nothing by it
            "--max-connections=200"));
    options.addAll(semiSynchronous());
    options.addAll(cache.options());
    return options;
  }

  /** A commit is acknowledged once a replica holds it: promotion then loses nothing. */
  private static List<String> semiSynchronous() {
    return List.of(
        "--rpl-semi-sync-master-enabled",
        "--rpl-semi-sync-slave-enabled",
        "--rpl-semi-sync-master-wait-point=AFTER_SYNC",
        "--rpl-semi-sync-master-timeout=1000");
  }
}
