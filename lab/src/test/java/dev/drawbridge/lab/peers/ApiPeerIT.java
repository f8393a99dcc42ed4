package dev.drawbridge.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An onboarding by curl alone, as the page shows it. */
class ApiPeerIT {
  private static final Path PAGE = Path.of("..", "docs", "api.md");

  @TempDir private Path home;
  @AutoClose private final ServedWorld world = new ServedWorld();

  @Test
  void every_command_of_the_page_works_with_curl() throws IOException, InterruptedException {
    assertThat(Program.installed("curl")).as("Debian's package curl is installed").isTrue();
    Path script = Files.writeString(home.resolve("page.sh"), PageScript.of(Files.readString(PAGE)));
    Program run = Program.run(home, world.apiExports(), List.of("bash", script.toString()));
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("\"status\":\"APPROVED\"", "\"status\":\"ONBOARDED\"");
  }
}
