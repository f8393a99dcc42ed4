package dev.drawbridge.onboarding;

import dev.drawbridge.model.Database;
import dev.drawbridge.model.InstancePort;
import java.util.ArrayList;
import java.util.List;

/**
 * Connection strings for each kind of client, ready to paste; {@code docs/clients.md} says how each
 * was tried.
 */
public final class ConnectionStrings {
  private ConnectionStrings() {}

  /**
   * The strings.
   *
   * @param host the name of the consumer's endpoint
   * @param instances the ports of instances; empty if they have none: then only the writer's and
   *     the readers' port are left
   */
  public static List<ConnectionString> of(
      Database database, String host, List<InstancePort> instances) {
    Path path = new Path(database, host, instances);
    List<ConnectionString> strings = new ArrayList<>();
    if (path.leadsToInstances()) {
      strings.addAll(path.postgres() ? PostgresClients.of(path) : MysqlClients.of(path));
    }
    strings.add(plain(path, "writes", database.writerPort(), database.writerEndpoint()));
    strings.add(plain(path, "reads", database.readerPort(), database.readerEndpoint()));
    return strings;
  }

  private static ConnectionString plain(Path path, String what, int port, String realName) {
    return new ConnectionString(
        "everything else (Glue, BI tools), " + what,
        "%s:%d".formatted(path.host(), port),
        what.equals("writes")
            ? "sessions end, and new ones fail until the load balancer follows: minutes"
            : "sessions to the instance that becomes the writer end; new ones reach another reader",
        "the certificate is for %s: dial that name, led to the endpoint by a private hosted zone"
            .formatted(realName),
        token(path));
  }

  /** The server compares a token with its own names and its own port. */
  static String token(Path path) {
    return "signed for %s:%d, the database's own name and port, whatever is dialled"
        .formatted(path.database().writerEndpoint(), path.database().port());
  }

  /** How the names of a list of hosts are checked. */
  static String tls(Path path, String verifying) {
    return "encrypted, the name unchecked; to check it %s: the certificates are for %s, led to the endpoint by private hosted zones"
        .formatted(verifying, path.realNames());
  }
}
