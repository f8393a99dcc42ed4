package dev.drawbridge.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that lets a stack be deleted while executions wait, with Debian's AWS CLI. */
class StopExecutionsPeerIT {
  private static final Path SCRIPT = Path.of("..", "infra", "stop-executions");

  /** Debian's CLI does not read AWS_ENDPOINT_URL. */
  private static final String COMMAND =
      """
      aws() { command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }
      export -f aws
      %s ''
      """
          .formatted(SCRIPT.toAbsolutePath().normalize());

  @TempDir private Path home;
  @AutoClose private final ServedWorld world = new ServedWorld();

  @Test
  void no_execution_runs_afterwards() throws IOException, InterruptedException {
    world.onboard();
    assertThat(world.runningExecutions()).isPositive();

    Program run = Program.run(home, world.exports(), List.of("bash", "-c", COMMAND));

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("stopping arn:aws:states:").contains("none runs");
    assertThat(world.runningExecutions()).isZero();
  }
}
