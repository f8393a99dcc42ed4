package dev.drawbridge.workflows;

import dev.drawbridge.runtime.Worker;
import dev.drawbridge.workflows.policy.Statement;
import java.time.Duration;
import java.util.List;

/**
 * One Lambda function.
 *
 * @param code the worker's class; its simple name is the function's, and the placeholder that
 *     stands for its ARN in a definition
 * @param trigger what invokes it
 * @param timeout of the function; every Task that invokes it waits longer
 * @param memoryMb of the function
 * @param inVpc whether it has to run inside the database's VPC
 * @param settings the environment variables that it needs, see {@link
 *     dev.drawbridge.runtime.Settings}
 * @param permissions what its role may do; nothing else has that role
 */
public record WorkerFunction(
    Class<? extends Worker<?, ?>> code,
    Trigger trigger,
    Duration timeout,
    int memoryMb,
    boolean inVpc,
    List<String> settings,
    List<Statement> permissions) {

  public WorkerFunction {
    settings = List.copyOf(settings);
    permissions = Statement.merged(permissions);
  }

  /** The function's name in the catalogue, wherever its class stands. */
  public String name() {
    return code.getSimpleName();
  }

  /** Every action that its role may perform on something. */
  public List<String> actions() {
    return permissions.stream().flatMap(each -> each.actions().stream()).distinct().toList();
  }

  /** The handler setting of the Lambda function. */
  public String handlerClass() {
    return code.getName();
  }

  /** Whether its published version starts from a snapshot, and is kept alive. */
  public boolean snapStart() {
    return SnapStarts.include(code);
  }
}
