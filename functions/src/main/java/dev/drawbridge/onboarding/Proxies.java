package dev.drawbridge.onboarding;

/** What proxies are told. */
final class Proxies {
  private Proxies() {}

  /**
   * HAProxy, which takes the check of any engine.
   *
   * @param check a command that succeeds for the writer; {@code $3} is the address, {@code $4} the
   *     port
   */
  static ConnectionString haproxy(Path path, String check) {
    return new ConnectionString(
        "HAProxy, with external-check and insecure-fork-wanted in its global section",
        section(path, check),
        "sessions to the old writer are cut; the proxy finds the new one at its next checks",
        "the proxy passes TLS on: as with the client behind it",
        ConnectionStrings.token(path));
  }

  private static String section(Path path, String check) {
    return """
        listen writer
          bind :%d
          mode tcp
          option external-check
          external-check path "/usr/bin:/bin"
          external-check command /usr/local/bin/is-writer
          default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
        %s
        # /usr/local/bin/is-writer, executable; user and password from a file: a check has nothing of the proxy's environment
        #!/bin/sh
        %s"""
        .formatted(
            path.database().writerPort(),
            path.each(
                port ->
                    "  server %s %s:%d check"
                        .formatted(port.identifier(), path.host(), port.port()),
                "\n"),
            check);
  }
}
