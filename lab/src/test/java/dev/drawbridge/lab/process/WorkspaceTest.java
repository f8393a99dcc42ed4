package dev.drawbridge.lab.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

  @Test
  void a_temporary_directory_that_the_servers_user_cannot_write_to_is_refused_by_name(
      @TempDir Path directory) throws IOException {
    // For root, too: the servers run as nobody, to whom the directory does not belong.
    Path closed =
        Files.createDirectory(
            directory.resolve("closed"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));

    assertThatThrownBy(() -> new Workspace(closed))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("cannot write to " + closed)
        .hasMessageContaining("set TMPDIR");
  }
}
