package dev.drawbridge.lab.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Roles;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.network.Reached;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The artefact as Lambda runs it: an onboarding, and a failover that an event starts. */
class ArtefactProcessIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void an_onboarding_and_a_failover_pass_with_every_worker_as_a_process_of_its_own() {
    List<ProcessHandle> seen;
    try (ProcessWorld world = new ProcessWorld()) {
      Scenario scenario = world.scenario();
      Exposure path = Exposure.of(scenario, world.database());
      assertThat(scenario.world().scheduler().exclusively(path::connectToWrite))
          .isInstanceOf(Reached.class);

      Roles before = scenario.world().scheduler().exclusively(path::roles);
      scenario
          .world()
          .scheduler()
          .exclusively(() -> scenario.world().rds().failover(path.database(), Optional.empty()));
      boolean followed = scenario.world().scheduler().await(() -> followed(path, before), PATIENCE);
      assertThat(followed).as(() -> String.join("\n", scenario.log())).isTrue();
      seen = workers();
      assertThat(seen).hasSizeGreaterThan(20);
    }
    for (ProcessHandle worker : seen) {
      // Killed already; this JVM may not have noticed yet.
      assertThat(worker.onExit()).succeedsWithin(SOON);
    }
    assertThat(workers()).isEmpty();
  }

  private static boolean followed(Exposure path, Roles before) {
    Roles now = path.roles();
    Set<String> wanted = now.writeTargets();
    return !wanted.equals(before.writeTargets()) && path.writerGroup().equals(wanted);
  }

  private static List<ProcessHandle> workers() {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains("runtime.api.client.AWSLambda"))
                    .isPresent())
        .toList();
  }
}
