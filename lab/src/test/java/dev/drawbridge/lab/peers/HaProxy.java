package dev.drawbridge.lab.peers;

import dev.drawbridge.lab.database.Dialect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Debian's HAProxy with the pasted section and the pasted check. */
final class HaProxy implements AutoCloseable {
  static final Path PROGRAM = Path.of("/usr/sbin/haproxy");

  private static final String SCRIPT = "#!/bin/sh\n";
  private static final String CHECK = "/usr/local/bin/is-writer";

  /** A check has nothing of the proxy's environment. */
  private static final String WHO =
      """
      export PGUSER=app PGPASSWORD=app PGDATABASE=orders
      mysql() { /usr/bin/mysql --user=app --password=app "$@"; }
      """;

  private static final String GLOBAL =
      """
      global
        external-check
        insecure-fork-wanted
      defaults
        timeout connect 2s
        timeout client 1m
        timeout server 1m
      """;

  private final int port;
  private final Process process;

  /** Starts it. */
  HaProxy(Path home, String paste) throws IOException {
    port = freePort();
    int script = paste.indexOf(SCRIPT);
    Path check = home.resolve("is-writer");
    Files.writeString(check, SCRIPT + WHO + paste.substring(script + SCRIPT.length()) + "\n");
    Files.setPosixFilePermissions(check, Set.of(PosixFilePermission.values()));
    String section =
        Pattern.compile("bind :\\d+")
            .matcher(paste.substring(0, script))
            .replaceFirst("bind 127.0.0.1:" + port)
            .replace(CHECK, check.toString());
    Path configuration = Files.writeString(home.resolve("haproxy.cfg"), GLOBAL + section + "\n");
    process =
        new ProcessBuilder(List.of(PROGRAM.toString(), "-db", "-f", configuration.toString()))
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("haproxy.log").toFile())
            .start();
  }

  /** The consumer's database through it. */
  String url(Dialect dialect) {
    return dialect.url(InetAddress.getLoopbackAddress().getHostAddress(), port);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
