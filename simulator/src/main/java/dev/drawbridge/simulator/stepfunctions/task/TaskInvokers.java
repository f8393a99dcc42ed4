package dev.drawbridge.simulator.stepfunctions.task;

import dev.drawbridge.engine.task.Integration;
import java.util.Map;

/**
 * The services that tasks can call.
 *
 * @param function functions named by their own ARN
 * @param services by {@link Integration.Service#key}, for example {@code sqs:sendMessage}; {@code
 *     states:startExecution} is the engine's own
 */
public record TaskInvokers(TaskInvoker function, Map<String, TaskInvoker> services) {
  /** The invoker for an integration; what is not plugged in fails the task by name. */
  public TaskInvoker of(Integration integration) {
    return switch (integration) {
      case Integration.Function ignored -> function;
      case Integration.Service service ->
          services.getOrDefault(
              service.key(),
              (request, caller, completion) ->
                  completion.failed(
                      "States.Runtime", "This simulator has no " + service.key() + " plugged in"));
    };
  }

  /** The same with one more service. */
  public TaskInvokers with(String key, TaskInvoker invoker) {
    Map<String, TaskInvoker> more = new java.util.HashMap<>(services);
    more.put(key, invoker);
    return new TaskInvokers(function, Map.copyOf(more));
  }
}
