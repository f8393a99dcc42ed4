package dev.drawbridge.lab.upgrade;

import dev.drawbridge.lab.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What was recorded of earlier releases: a directory for each. */
final class Releases {
  private static final Path RECORDED = Path.of("src", "test", "resources", "releases");

  private Releases() {}

  /** One after the other. */
  static Stream<Path> all() throws IOException {
    try (Stream<Path> found = Files.list(RECORDED)) {
      return found.sorted().toList().stream();
    }
  }

  /** Where this release is recorded: one of a test's own, unless somebody asks for it by name. */
  static Path toRecord() throws IOException {
    String name = System.getProperty("record.release", "");
    return name.isEmpty() ? Files.createTempDirectory("release") : RECORDED.resolve(name);
  }

  /** Deploys another definition of a state machine; returns the ARN of its version. */
  static String publish(Scenario scenario, String machine, String definition) {
    return scenario
        .installation()
        .clientsOf("deployer")
        .states()
        .updateStateMachine(
            r ->
                r.stateMachineArn(scenario.installation().machine(machine))
                    .definition(Bound.to(scenario, definition))
                    .publish(true))
        .stateMachineVersionArn();
  }
}
