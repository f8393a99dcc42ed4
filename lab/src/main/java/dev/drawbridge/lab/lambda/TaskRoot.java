package dev.drawbridge.lab.lambda;

import dev.drawbridge.lab.process.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The artefact, unpacked as Lambda does into {@code /var/task}. */
final class TaskRoot {
  private static final String JAR = "functions-*-lambda.jar";

  private TaskRoot() {}

  /**
   * Unpacks the shaded jar of module functions.
   *
   * @param repository the root of the repository, which has been built
   * @param into a directory that is made
   * @throws LabException if there is no such jar
   */
  static Path unpack(Path repository, Path into) {
    Path jar = jar(repository.resolve("functions").resolve("target"));
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
          throw new LabException(entry.getName() + " leads out of " + jar);
        }
        if (!entry.isDirectory()) {
          write(zip, entry, file);
        }
      }
      return into;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + jar, e);
    }
  }

  private static void write(ZipFile zip, ZipEntry entry, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, file);
    }
  }

  private static Path jar(Path target) {
    try (var found = Files.newDirectoryStream(target, JAR)) {
      for (Path jar : found) {
        return jar;
      }
    } catch (IOException e) {
      throw notBuilt(target);
    }
    throw notBuilt(target);
  }

  private static LabException notBuilt(Path target) {
    return new LabException(
        "there is no %s in %s: build it with 'mvn -pl functions -am package'"
            .formatted(JAR, target));
  }
}
