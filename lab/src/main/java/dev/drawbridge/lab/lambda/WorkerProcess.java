package dev.drawbridge.lab.lambda;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.lab.lambda.Exchange.Reply;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.process.Workspace;
import dev.drawbridge.simulator.call.WorkerCrash;
import dev.drawbridge.simulator.lambda.FunctionError;
import dev.drawbridge.simulator.lambda.Invocation;
import dev.drawbridge.simulator.lambda.LambdaFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One execution environment of a worker: a process that lives until Lambda takes it away. */
public final class WorkerProcess implements LambdaFunction {
  /** More than any time-out of a function: what is late is ended by Lambda, not here. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final Scheduler scheduler;
  private final Workspace workspace;
  private final RuntimeApi api;
  private final Process process;
  private final HostsFile hosts;
  private final ProcessLog log;

  WorkerProcess(
      Scheduler scheduler,
      Workspace workspace,
      RuntimeApi api,
      Process process,
      HostsFile hosts,
      ProcessLog log) {
    this.scheduler = scheduler;
    this.workspace = workspace;
    this.api = api;
    this.process = process;
    this.hosts = hosts;
    this.log = log;
    var _ = process.onExit().thenRun(this::wake);
  }

  @Override
  public void handle(InputStream in, OutputStream out, Invocation invocation)
      throws IOException, FunctionError {
    hosts.refresh();
    Exchange exchange = new Exchange(invocation, in.readAllBytes());
    var _ = exchange.reply().thenRun(this::wake);
    api.restore();
    api.offer(exchange);
    scheduler.await(() -> exchange.reply().isDone() || !process.isAlive(), PATIENCE);
    log.forward();
    if (!exchange.reply().isDone()) {
      throw new WorkerCrash();
    }
    switch (exchange.reply().join()) {
      case Reply.Output(String json) -> out.write(json.getBytes(StandardCharsets.UTF_8));
      case Reply.Failure(String json) -> throw new FunctionError(json);
    }
  }

  @Override
  public void close() {
    workspace.kill(process);
    api.close();
    log.forward();
  }

  /**
   * Lets the world go on until the worker has started, priming included.
   *
   * @throws LabException if it has not within a minute
   */
  public void awaitStart() {
    var _ = api.initialised().thenRun(this::wake);
    if (!scheduler.await(() -> api.initialised().isDone(), LONGEST_START)) {
      throw new LabException("a worker has not started within " + LONGEST_START);
    }
  }

  /** The CPU time that the process has used so far, in steps of 10 ms. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  long pid() {
    return process.pid();
  }

  /** Whoever awaits the worker looks again. */
  private void wake() {
    scheduler.exclusively(() -> {});
  }
}
