package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.stepfunctions.task.TaskInvokers;
import org.jspecify.annotations.Nullable;

/** AWS Step Functions: state machines, and the executions that run in this world. */
public final class StepFunctionsService {
  private final StateMachines machines;
  private final Aliases aliases;
  private final Executions executions;

  /**
   * A service without state machines.
   *
   * @param invokers what tasks call; nested executions are the service's own
   */
  public StepFunctionsService(
      Scheduler scheduler, StepFunctionsSettings settings, TaskInvokers invokers) {
    this.machines = new StateMachines(scheduler);
    this.aliases = new Aliases(scheduler, machines);
    this.executions = new Executions(scheduler, settings, invokers, machines, aliases);
  }

  /** Starts an execution, as EventBridge does; {@link Executions#start} says how. */
  public Execution startExecution(
      Caller caller, String arn, @Nullable String name, @Nullable String input) {
    return executions.start(arn, name, input);
  }

  /** The state machines. */
  public StateMachines machines() {
    return machines;
  }

  /** Their aliases. */
  public Aliases aliases() {
    return aliases;
  }

  /** The executions, with their histories and task tokens. */
  public Executions executions() {
    return executions;
  }

  /** Lets every task be judged by the role of its state machine. */
  public void judgeTasks(TaskRoles roles) {
    executions.judgeTasks(roles);
  }

  /** Calls {@code listener} at every change of an execution's status. */
  public void onStatusChange(StatusChange.Listener listener) {
    executions.onStatusChange(listener);
  }

  /** Shows {@code observer} every event of every history as it is recorded. */
  public void onHistory(HistoryObserver observer) {
    executions.onHistory(observer);
  }
}
