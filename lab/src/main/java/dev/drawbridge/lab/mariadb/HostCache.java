package dev.drawbridge.lab.mariadb;

import java.util.List;

/**
 * Whether a server remembers clients whose handshakes were cut off, and blocks them after {@code
 * max_connect_errors} of them. NLB health checks cut every handshake off.
 *
 * @param maxConnectErrors the server's limit; 0 where it keeps no such memory
 */
public record HostCache(int maxConnectErrors) {
  /** No memory of hosts ({@code skip_name_resolve}): what a database behind an NLB should have. */
  public static final HostCache NONE = new HostCache(0);

  /** MySQL's and MariaDB's default limit. */
  public static final HostCache DEFAULT = new HostCache(100);

  List<String> options() {
    return maxConnectErrors == 0
        ? List.of("--skip-name-resolve", "--max-connect-errors=1000000")
        : List.of("--max-connect-errors=" + maxConnectErrors);
  }
}
