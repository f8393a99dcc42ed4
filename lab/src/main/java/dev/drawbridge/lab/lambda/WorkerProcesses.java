package dev.drawbridge.lab.lambda;

import dev.drawbridge.lab.installation.WorkerHost;
import dev.drawbridge.lab.lambda.RuntimeVariables.Container;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.process.Workspace;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.LoopbackServer;
import dev.drawbridge.simulator.lambda.LambdaFunction;
import dev.drawbridge.workflows.WorkerFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs each worker as a process of its own, started at its first call: the artefact that is
 * deployed, as Lambda runs it. All workers start as with SnapStart, also those whose versions have
 * none: that way sets no keys, runs the hooks, and so is the harder one.
 */
public final class WorkerProcesses implements WorkerHost, AutoCloseable {
  private static final Caller OWNER = Scenario.PROVIDER;

  private final Scenario scenario;
  private final Workspace workspace;
  private final Path taskRoot;
  private final LoopbackServer door;
  private final HostsFile hosts;
  private final RuntimeClient client;
  private final AtomicInteger started = new AtomicInteger();

  /**
   * Opens a door of its own for them.
   *
   * @param workspace ends every process with itself
   * @param repository the root of the repository, which has been built
   * @throws LabException if there is no artefact to run
   */
  public WorkerProcesses(Scenario scenario, Workspace workspace, Path repository) {
    this(scenario, workspace, repository, List.of());
  }

  /**
   * The same.
   *
   * @param before what stands before each JVM's command line
   */
  public WorkerProcesses(
      Scenario scenario, Workspace workspace, Path repository, List<String> before) {
    this.scenario = scenario;
    this.workspace = workspace;
    this.taskRoot = TaskRoot.make(repository, workspace.directory().resolve("task"));
    this.hosts =
        new HostsFile(
            workspace.directory().resolve("worker-hosts"),
            scenario.world().zones(),
            scenario.resolver());
    this.client = new RuntimeClient(before, hosts.file());
    try {
      this.door = new LoopbackServer(scenario.world().door(), 0);
    } catch (IOException e) {
      throw new LabException("cannot serve AWS to workers on 127.0.0.1", e);
    }
  }

  /** How many processes were started so far. */
  public int started() {
    return started.get();
  }

  @Override
  public LambdaFunction environment(
      WorkerFunction worker,
      Settings settings,
      Consumer<String> log,
      Supplier<LambdaFunction> here) {
    return start(worker, settings, log, true);
  }

  /**
   * Starts a worker from the artefact.
   *
   * @param snapStart whether as with SnapStart, or as without
   */
  public WorkerProcess start(
      WorkerFunction worker, Settings settings, Consumer<String> log, boolean snapStart) {
    return start(worker, settings, log, snapStart, client.command(worker.handlerClass()));
  }

  /**
   * Starts a handler that is not ours, without SnapStart, as the role of a worker.
   *
   * @param classPath where the handler and all that it needs is
   */
  public WorkerProcess startOther(String handler, String classPath, WorkerFunction worker) {
    return start(
        worker, new Settings(Map.of()), line -> {}, false, client.command(handler, classPath));
  }

  private WorkerProcess start(
      WorkerFunction worker,
      Settings settings,
      Consumer<String> log,
      boolean snapStart,
      List<String> command) {
    String authorization = UUID.randomUUID().toString();
    RuntimeApi api =
        new RuntimeApi(
            new ContainerCredentials(
                OWNER.account(), worker.name(), authorization, scenario.world().scheduler()));
    RuntimeVariables runtime = new RuntimeVariables(OWNER, api.address(), taskRoot.toString());
    Map<String, String> variables = new HashMap<>(settings.variables());
    // As a function's own setting: the SDK goes there instead of to AWS.
    variables.put("AWS_ENDPOINT_URL", door.url().toString());
    variables.putAll(
        snapStart
            ? runtime.withSnapStart(worker, new Container(ContainerCredentials.PATH, authorization))
            : runtime.onDemand(worker));
    ProcessLog lines = new ProcessLog(logFile(worker), log);
    Process process = workspace.startApart(command, variables, taskRoot, lines.file());
    return new WorkerProcess(scenario.world().scheduler(), workspace, api, process, hosts, lines);
  }

  @Override
  public void close() {
    door.close();
  }

  private Path logFile(WorkerFunction worker) {
    String name = "worker-%s-%d.log".formatted(worker.name(), started.incrementAndGet());
    return workspace.directory().resolve(name);
  }
}
