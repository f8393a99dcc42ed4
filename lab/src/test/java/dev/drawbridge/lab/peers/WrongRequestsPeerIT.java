package dev.drawbridge.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What AWS refuses, the lab refuses with AWS's code: boto3 with its own checks switched off. */
class WrongRequestsPeerIT {
  @TempDir private Path home;

  @Test
  void every_wrong_request_gets_the_code_of_aws()
      throws IOException, InterruptedException, URISyntaxException {
    assertThat(Program.installed("python3")).as("Debian's python3 is installed").isTrue();
    URL script = Objects.requireNonNull(getClass().getResource("/peers/wrong_requests.py"));
    List<String> command = List.of("python3", Path.of(script.toURI()).toString());
    try (ServedWorld world = new ServedWorld()) {
      Program run = Program.run(home, world.exports(), command);
      assertThat(run.exitCode()).as(run.output()).isZero();
    }
  }
}
