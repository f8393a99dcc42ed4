package dev.drawbridge.lab.installation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.simulator.lambda.Invocation;
import dev.drawbridge.simulator.lambda.LambdaFunction;
import dev.drawbridge.workflows.WorkerFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A worker's class behind the simulated Lambda: the same entry point that AWS's runtime calls. */
record WorkerCode(RequestStreamHandler handler, WorkerFunction worker, Consumer<String> logLine)
    implements LambdaFunction {

  /**
   * Makes a worker as a cold start does, but with an environment of the simulated world.
   *
   * @throws IllegalStateException if the class lacks a constructor that takes an environment
   */
  static WorkerCode load(WorkerFunction worker, Environment environment, Consumer<String> log) {
    try {
      Object handler =
          Class.forName(worker.handlerClass())
              .getConstructor(Environment.class)
              .newInstance(environment);
      return new WorkerCode((RequestStreamHandler) handler, worker, log);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make worker " + worker.handlerClass(), e);
    }
  }

  @Override
  public void handle(InputStream in, OutputStream out, Invocation invocation) throws IOException {
    handler.handleRequest(in, out, new InvocationContext(invocation, worker.memoryMb(), logLine));
  }
}
