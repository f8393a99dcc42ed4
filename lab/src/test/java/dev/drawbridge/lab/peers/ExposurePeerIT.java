package dev.drawbridge.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of an exposure, driven by Debian's AWS CLI and boto3 as an operator would. */
class ExposurePeerIT {
  private static final Path PAGE = Path.of("..", "docs", "lab.md");
  private static final String LAST_COMMAND_OF_THE_PAGE = "$ aws events put-events";

  @TempDir private Path home;
  @AutoClose private final ServedWorld world = new ServedWorld();

  @Test
  void every_command_of_the_page_works_with_the_aws_cli() throws IOException, InterruptedException {
    assertThat(Program.installed("aws")).as("Debian's package awscli is installed").isTrue();
    String script = PageScript.of(Files.readString(PAGE));
    Path file = Files.writeString(home.resolve("page.sh"), script);
    Program run = Program.run(home, world.exports(), List.of("bash", file.toString()));
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains(LAST_COMMAND_OF_THE_PAGE);
  }

  @Test
  void boto3_meets_the_errors_pages_filters_and_waiters_that_aws_documents()
      throws IOException, InterruptedException, URISyntaxException {
    assertThat(Program.installed("python3")).as("Debian's python3 is installed").isTrue();
    URL script = Objects.requireNonNull(getClass().getResource("/peers/exposure.py"));
    List<String> command = List.of("python3", Path.of(script.toURI()).toString());
    Program run = Program.run(home, world.exports(), command);
    assertThat(run.exitCode()).as(run.output()).isZero();
  }
}
