package dev.drawbridge.lab.installation;

import dev.drawbridge.runtime.Settings;
import dev.drawbridge.simulator.lambda.LambdaFunction;
import dev.drawbridge.workflows.WorkerFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where the workers of an installation run. */
@FunctionalInterface
public interface WorkerHost {

  /**
   * Makes a new execution environment of a worker.
   *
   * @param settings the variables that the function was deployed with
   * @param log takes each line that the worker logs
   * @param here makes one inside this JVM
   */
  LambdaFunction environment(
      WorkerFunction worker,
      Settings settings,
      Consumer<String> log,
      Supplier<LambdaFunction> here);
}
