package dev.drawbridge.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Terraform itself, where it is: {@code TERRAFORM_MIRROR} names a directory with its AWS provider.
 * Elsewhere {@link TerraformReplayTest} asks what it asked.
 */
class TerraformPeerIT {
  private static final String MIRROR = "TERRAFORM_MIRROR";

  @TempDir private Path home;

  @Test
  void a_module_around_an_exposure_is_applied_planned_without_changes_and_destroyed()
      throws IOException, InterruptedException, URISyntaxException {
    String mirror = System.getenv(MIRROR);
    assumeTrue(mirror != null, MIRROR + " is not set: Terraform is not tried");
    assertThat(Path.of(mirror)).isDirectory();
    URL script = Objects.requireNonNull(getClass().getResource("/peers/terraform/run.py"));
    List<String> command = List.of("python3", Path.of(script.toURI()).toString(), mirror);
    try (ServedWorld world = new ServedWorld()) {
      Map<String, String> environment = new HashMap<>(world.exports());
      environment.put("TERRAFORM", terraform().toString());
      Program run = Program.run(home, environment, command);
      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(run.output()).contains("No changes").contains("Destroy complete!");
    }
  }

  private static Path terraform() {
    for (String directory : System.getenv("PATH").split(":", -1)) {
      Path program = Path.of(directory, "terraform");
      if (Files.isExecutable(program)) {
        return program;
      }
    }
    throw new IllegalStateException(MIRROR + " is set, but there is no terraform on the PATH");
  }
}
