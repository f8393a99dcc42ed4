package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.demo.Delays;
import dev.drawbridge.lab.demo.Stage;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a world is made with: the same for every command that makes one. */
final class WorldOptions {
  /** The launcher says where the repository is. */
  private static final Path REPOSITORY = Path.of(System.getProperty("drawbridge.home", ""));

  @Option(
      names = "--delays",
      paramLabel = "lab|aws",
      description = "How long the simulated AWS takes. Default: ${DEFAULT-VALUE}.")
  private Delays delays = Delays.LAB;

  @Option(
      names = "--engine",
      paramLabel = "mariadb|postgresql",
      description = "The database's engine. Default: ${DEFAULT-VALUE}.")
  private EngineName engine = EngineName.MARIADB;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance.")
  private long seed = 1;

  @Option(
      names = "--workers",
      paramLabel = "threads|processes",
      description =
          "Where workers run: threads of the lab, or each as a process of its own, as Lambda runs"
              + " the artefact. Default: ${DEFAULT-VALUE}.")
  private WorkerPlace workers = WorkerPlace.THREADS;

  Delays delays() {
    return delays;
  }

  EngineName engine() {
    return engine;
  }

  long seed() {
    return seed;
  }

  /** Starts the world's database servers, its DNS server and its data path. */
  Stage stage() {
    Stage stage = new Stage(delays.settings(), engine.dialect(), seed);
    if (workers == WorkerPlace.PROCESSES) {
      stage.runWorkersAsProcesses(REPOSITORY);
    }
    return stage;
  }
}
