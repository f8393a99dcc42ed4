package dev.drawbridge.lab.lambda;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.process.Workspace;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.nio.file.Path;

/** Two accounts and a simulated database in real time, whose workers are processes. */
final class ProcessWorld implements AutoCloseable {
  /** As {@code drawbridge lab} is by default: AWS's long delays, many times shorter. */
  private static final long DIVISOR = 60;

  private static final Path REPOSITORY = Path.of(System.getProperty("drawbridge.home"));

  private final WallScheduler scheduler = new WallScheduler(1);
  private final Workspace workspace = new Workspace();
  private final Scenario scenario;
  private final DbId database;
  private final WorkerProcesses workers;

  ProcessWorld() {
    scenario = Scenario.inRealTime(scheduler, DIVISOR);
    database =
        scheduler.exclusively(
            () ->
                scenario
                    .provider()
                    .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1)));
    workers = new WorkerProcesses(scenario, workspace, REPOSITORY);
    scenario.installation().hostWorkers(workers);
  }

  Scenario scenario() {
    return scenario;
  }

  DbId database() {
    return database;
  }

  WorkerProcesses workers() {
    return workers;
  }

  @Override
  public void close() {
    workers.close();
    workspace.close();
    scheduler.close();
  }
}
