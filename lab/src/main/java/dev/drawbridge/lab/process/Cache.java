package dev.drawbridge.lab.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * What is unpacked or initialised once and kept between runs: {@code DRAWBRIDGE_CACHE}, else {@code
 * /var/cache/drawbridge} for root, whose servers run as somebody who cannot look into root's home,
 * else {@code drawbridge} in the user's cache directory.
 *
 * @param root the directory of all entries
 */
public record Cache(Path root) {

  /** The cache of the current user. */
  public static Cache ofUser() {
    return new Cache(location());
  }

  /**
   * The directory of that name, filled by {@code fill} if it is not there yet. It appears whole or
   * not at all, and two processes that want it at once fill it once.
   */
  public Path entry(String name, Consumer<Path> fill) {
    Path entry = root.resolve(name);
    if (Files.isDirectory(entry)) {
      return entry;
    }
    try {
      Files.createDirectories(root);
      try (FileChannel channel =
              FileChannel.open(
                  root.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.isDirectory(entry)) {
          Path partial = Files.createTempDirectory(root, name + ".partial-");
          Files.setPosixFilePermissions(partial, Account.READABLE);
          fill.accept(partial);
          Files.move(partial, entry, StandardCopyOption.ATOMIC_MOVE);
        }
      }
      return entry;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fill " + entry, e);
    }
  }

  private static Path location() {
    String chosen = System.getenv("DRAWBRIDGE_CACHE");
    if (chosen != null && !chosen.isBlank()) {
      return Path.of(chosen);
    }
    if (Account.isRoot()) {
      return Path.of("/var/cache/drawbridge");
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path caches =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return caches.resolve("drawbridge");
  }
}
