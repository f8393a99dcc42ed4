package dev.drawbridge.lab.bench.start;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.lambda.WorkerProcess;
import dev.drawbridge.lab.lambda.WorkerProcesses;
import dev.drawbridge.lab.process.Programs;
import dev.drawbridge.lab.process.Workspace;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.lambda.Invocation;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.WorkerFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Measures the first call of every worker that starts from a snapshot, in a failover and in an
 * approval: unprimed, primed, and beside a naive handler.
 *
 * <p>All figures are CPU time of one process on one CPU, so that whatever else runs on the machine
 * costs time but does not count. A snapshot itself is not made: reading one back is AWS's business,
 * and what is primed goes on as the restored one would.
 */
public final class StartBench implements AutoCloseable {
  private static final long DIVISOR = 60;
  private static final List<String> ONE_CPU =
      Programs.find("taskset").map(program -> List.of(program, "-c", "0")).orElse(List.of());

  private final WallScheduler scheduler;
  private final Workspace workspace = new Workspace();
  private final Scenario scenario;
  private final WorkerProcesses processes;

  /**
   * Starts a simulated world in real time.
   *
   * @param repository its root, which has been built
   */
  public StartBench(Path repository, long seed) {
    scheduler = new WallScheduler(seed);
    scenario = Scenario.inRealTime(scheduler, DIVISOR);
    processes = new WorkerProcesses(scenario, workspace, repository, ONE_CPU);
  }

  /** Whether each process is kept on one CPU, which needs a program that not every Linux has. */
  static boolean onOneCpu() {
    return !ONE_CPU.isEmpty();
  }

  Scenario scenario() {
    return scenario;
  }

  /** A naive handler's start. */
  Start naive() {
    WorkerFunction role = worker("CheckDrift"); // which may make the three calls
    WorkerProcess process =
        processes.startOther(NaiveHandler.class.getName(), NaiveClassPath.get(), role);
    process.awaitStart();
    Duration init = process.cpu();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      process.handle(
          new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), out, invocation(role));
    } catch (Exception e) {
      throw new IllegalStateException("the naive handler failed: " + e.getMessage(), e);
    }
    Start start = new Start("naive", init, process.cpu().minus(init));
    process.close();
    return start;
  }

  /**
   * Starts such workers anew, as processes whose first calls are measured; all others stay where
   * they are.
   *
   * @param names which
   * @param primed whether they start as with SnapStart
   * @param measured takes each measurement
   */
  void measure(Set<String> names, boolean primed, Consumer<Start> measured) {
    scenario
        .installation()
        .hostWorkers(
            (worker, settings, log, here) ->
                names.contains(worker.name())
                    ? new MeasuredEnvironment(
                        worker.name(), processes.start(worker, settings, log, primed), measured)
                    : here.get());
    scheduler.exclusively(
        () ->
            names.forEach(
                name ->
                    scenario
                        .world()
                        .lambda()
                        .recycleContainers(Scenario.PROVIDER, scenario.installation().arn(name))));
  }

  private Invocation invocation(WorkerFunction worker) {
    return new Invocation(
        UUID.randomUUID().toString(),
        worker.name(),
        "1",
        scenario.installation().arn(worker.name()),
        Scenario.PROVIDER.account(),
        Scenario.PROVIDER.region(),
        worker.name(),
        true,
        scheduler.now().plus(worker.timeout()),
        scheduler);
  }

  private static WorkerFunction worker(String name) {
    return Catalogue.workers().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    processes.close();
    workspace.close();
    scheduler.close();
  }
}
