package dev.drawbridge.lab.lambda;

import dev.drawbridge.simulator.dns.CachingResolver;
import dev.drawbridge.simulator.dns.Zones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;

/**
 * The names that workers see, as a file that their JVM reads at each look-up: the answers of the
 * VPC's resolver as they are when an invocation begins.
 */
final class HostsFile {
  private final Path file;
  private final Zones zones;
  private final CachingResolver resolver;

  HostsFile(Path file, Zones zones, CachingResolver resolver) {
    this.file = file;
    this.zones = zones;
    this.resolver = resolver;
  }

  Path file() {
    return file;
  }

  /** Writes it anew; whoever reads meanwhile sees the old file or the new one, never half. */
  void refresh() {
    String text =
        zones.names(Zones.PUBLIC).stream()
            .flatMap(
                name -> resolver.shown(name).stream().map(address -> address + " " + name + "\n"))
            .collect(Collectors.joining());
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
