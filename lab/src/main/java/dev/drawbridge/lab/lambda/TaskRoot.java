package dev.drawbridge.lab.lambda;

import dev.drawbridge.lab.process.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a worker finds the artefact. Lambda unpacks it into {@code /var/task}; the runtime client
 * looks into jars under {@code lib} there as well, which spares the lab the writing of 27,000 files
 * at each start.
 */
final class TaskRoot {
  private static final String JAR = "functions-*-lambda.jar";

  private TaskRoot() {}

  /**
   * Makes one for the shaded jar of module functions.
   *
   * @param repository the root of the repository, which has been built
   * @param at a directory that is made
   * @throws LabException if there is no such jar
   */
  static Path make(Path repository, Path at) {
    Path jar = jar(repository.resolve("functions").resolve("target"));
    try {
      Path lib = Files.createDirectories(at.resolve("lib"));
      Files.createSymbolicLink(lib.resolve("functions.jar"), jar.toAbsolutePath());
      return at;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + at, e);
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
