package dev.drawbridge.lab.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The user that database servers run as. PostgreSQL refuses root, so root runs all of them as
 * {@code nobody}; everybody else runs them as themselves.
 *
 * @param dropsRoot whether servers give up root's rights
 */
public record Account(boolean dropsRoot) {
  static final Set<PosixFilePermission> PASSABLE = PosixFilePermissions.fromString("rwx--x--x");
  static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rwxr-xr-x");

  /** A data directory: PostgreSQL insists that nobody else can look into it. */
  static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** The user and group {@code nobody}, by number: the group's name differs between systems. */
  private static final int NOBODY = 65534;

  /** The account for servers that are started by the current user. */
  public static Account forServers() {
    return new Account(isRoot());
  }

  /** Whether this JVM runs as root. */
  public static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /**
   * The command that runs {@code command} as this user.
   *
   * @throws LabException as root, where {@code setpriv} of util-linux is missing
   */
  public List<String> running(List<String> command) {
    if (!dropsRoot) {
      return command;
    }
    List<String> all = new ArrayList<>();
    all.add(setpriv());
    all.addAll(List.of("--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
    all.addAll(command);
    return all;
  }

  /**
   * Makes sure that this user can write to the directory: the servers have files there, and
   * themselves put temporary ones into {@code TMPDIR}.
   *
   * @throws LabException where it cannot
   */
  void requireWritable(Path directory) {
    List<String> test =
        running(
            List.of("sh", "-c", "test -w \"$1\" && test -x \"$1\"", "sh", directory.toString()));
    try {
      if (new ProcessBuilder(test).start().waitFor() != 0) {
        throw new LabException(
            ("the database servers, which run as %s, cannot write to %s; set TMPDIR to a directory"
                    + " that they can write to, for example /tmp")
                .formatted(dropsRoot ? "the user nobody" : "you", directory));
      }
    } catch (IOException e) {
      throw new LabException("cannot run " + test.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted", e);
    }
  }

  /** Hands a file or directory, with all that is in it, to this user. */
  public Path own(Path path) {
    if (!dropsRoot) {
      return path;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.toList()) {
        Files.setAttribute(file, "unix:uid", NOBODY);
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give " + path + " to the user nobody", e);
    }
  }

  private static String setpriv() {
    return Programs.find("setpriv")
        .orElseThrow(
            () ->
                new LabException(
                    "database servers must not run as root, and setpriv (util-linux) is not there"
                        + " to run them as nobody; run as another user, or install util-linux"));
  }
}
