package dev.drawbridge.lab.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the system, found where systems keep them, whatever the PATH says. */
public final class Programs {
  private Programs() {}

  /** Where a program is. */
  public static Optional<String> find(String name) {
    return Stream.of(
            "/usr/bin", "/bin", "/usr/sbin", "/usr/local/bin", "/run/current-system/sw/bin")
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
