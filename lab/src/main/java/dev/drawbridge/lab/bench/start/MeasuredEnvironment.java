package dev.drawbridge.lab.bench.start;

import dev.drawbridge.lab.lambda.WorkerProcess;
import dev.drawbridge.simulator.lambda.FunctionError;
import dev.drawbridge.simulator.lambda.Invocation;
import dev.drawbridge.simulator.lambda.LambdaFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A worker's process whose first call is measured; what comes later only has to be served. */
final class MeasuredEnvironment implements LambdaFunction {
  private final String name;
  private final WorkerProcess process;
  private final Consumer<Start> measured;
  private Optional<Duration> init = Optional.empty();

  MeasuredEnvironment(String name, WorkerProcess process, Consumer<Start> measured) {
    this.name = name;
    this.process = process;
    this.measured = measured;
  }

  @Override
  public void handle(InputStream in, OutputStream out, Invocation invocation)
      throws IOException, FunctionError {
    if (init.isPresent()) {
      process.handle(in, out, invocation);
      return;
    }
    process.awaitStart();
    Duration before = process.cpu();
    init = Optional.of(before);
    try {
      process.handle(in, out, invocation);
    } finally {
      measured.accept(new Start(name, before, process.cpu().minus(before)));
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
