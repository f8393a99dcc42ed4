package dev.drawbridge.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that lets a stack be deleted while executions wait, with Debian's AWS CLI. */
class StopExecutionsPeerIT {
  private static final Path SCRIPT = Path.of("..", "infra", "stop-executions");

  @TempDir private Path home;
  private ServedWorld world;

  @BeforeEach
  void serve() throws IOException {
    world = new ServedWorld();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void no_execution_runs_afterwards() throws IOException, InterruptedException {
    world.onboard();
    assertThat(world.runningExecutions()).isPositive();

    Program run =
        Program.run(
            home,
            world.exports(),
            List.of("bash", SCRIPT.toAbsolutePath().normalize().toString(), ""));

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("stopping arn:aws:states:").contains("none runs");
    assertThat(world.runningExecutions()).isZero();
  }
}
