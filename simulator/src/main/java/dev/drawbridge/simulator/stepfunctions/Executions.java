package dev.drawbridge.simulator.stepfunctions;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drawbridge.engine.history.HistoryEntry;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Event;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Failure;
import dev.drawbridge.engine.step.Identity;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.stepfunctions.task.TaskInvokers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** The executions of all accounts, and the tokens of their tasks. */
public final class Executions {
  private final Scheduler scheduler;
  private final StepFunctionsSettings settings;
  private final TaskInvokers invokers;
  private final StateMachines machines;
  private final Aliases aliases;
  private final Map<String, Run> runs = new LinkedHashMap<>();
  private final Map<String, TokenHolder> tokens = new HashMap<>();
  private final List<StatusChange.Listener> listeners = new ArrayList<>();
  private final List<HistoryObserver> observers = new ArrayList<>();

  Executions(
      Scheduler scheduler,
      StepFunctionsSettings settings,
      TaskInvokers invokers,
      StateMachines machines,
      Aliases aliases) {
    this.scheduler = scheduler;
    this.settings = settings;
    this.machines = machines;
    this.aliases = aliases;
    this.invokers = invokers.with("states:startExecution", new ChildExecutions(this));
  }

  /**
   * Starts an execution. The same name and input while it runs answers with the one that is there;
   * a closed one keeps its name for 90 days.
   *
   * @param arn a state machine, a version or an alias
   * @param name made up if null
   * @param input {@code {}} if null
   * @return the execution
   * @throws ServiceError {@code StateMachineDoesNotExist}, {@code ExecutionAlreadyExists}, {@code
   *     InvalidExecutionInput}, {@code InvalidName}; {@code ValidationException} for an input above
   *     256 KiB
   */
  public Execution start(Caller caller, String arn, @Nullable String name, @Nullable String input) {
    RequestLimits.data("input", input);
    Target target = target(arn);
    Payload payload = payload(input == null ? "{}" : input);
    String called = name == null ? uuid() : Names.check(name);
    String executionArn =
        target.machine.arn().replace(":stateMachine:", ":execution:") + ":" + called;
    Run existing = runs.get(executionArn);
    if (existing != null && holdsName(existing.execution())) {
      Execution held = existing.execution();
      if (held.status() == Status.RUNNING && held.input().text().equals(payload.text())) {
        return held;
      }
      throw ServiceError.client(
          "ExecutionAlreadyExists", "Execution Already Exists: '%s'".formatted(executionArn));
    }
    Caller owner = owner(caller, target.machine.arn());
    Identity identity =
        new Identity(
            executionArn,
            called,
            owner.region(),
            target.revision.roleArn(),
            target.machine.arn(),
            target.machine.name());
    Run run =
        new Run(
            owner,
            target.qualifier,
            Execution.created(identity, target.revision.workflow(), payload, scheduler.now()),
            this);
    runs.put(executionArn, run);
    run.begin();
    return run.execution();
  }

  /** The execution of that ARN. */
  public Execution get(String executionArn) {
    return run(executionArn).execution();
  }

  /** The whole history of an execution, oldest first. */
  public List<HistoryEvent> history(String executionArn) {
    return run(executionArn).history().stream().map(HistoryEvents::of).toList();
  }

  /** The executions of a state machine, newest first. */
  public List<Execution> of(String stateMachineArn) {
    return runs.values().stream()
        .map(Run::execution)
        .filter(execution -> execution.identity().stateMachineArn().equals(stateMachineArn))
        .toList()
        .reversed();
  }

  /** Stops an execution; one that has ended stays as it is. */
  public Execution stop(String executionArn, @Nullable String error, @Nullable String cause) {
    Run run = run(executionArn);
    run.apply(new Event.Stop(error, cause));
    return run.execution();
  }

  /** Why an execution cannot be redriven, in AWS's words; null if it can. */
  public @Nullable String notRedrivable(Execution execution) {
    Instant stopped = execution.stoppedAt();
    if (execution.status() == Status.RUNNING || execution.status() == Status.SUCCEEDED) {
      return "Execution is %s and cannot be redriven".formatted(execution.status());
    }
    if (stopped != null && stopped.plus(settings.redriveWindow()).isBefore(scheduler.now())) {
      return "Execution has exceeded the redrivable period and cannot be redriven";
    }
    return null;
  }

  /** Takes a failed, stopped or timed-out execution up where it ended. */
  public Execution redrive(String executionArn) {
    Run run = run(executionArn);
    String reason = notRedrivable(run.execution());
    if (reason != null) {
      throw ServiceError.client("ExecutionNotRedrivable", reason);
    }
    run.redrive();
    return run.execution();
  }

  /** SendTaskSuccess. */
  public void succeedTask(String token, String output) {
    RequestLimits.data("output", output);
    TokenHolder holder = holder(token);
    try {
      holder.run().apply(new Event.TaskSucceeded(holder.serial(), Payload.parse(output)));
    } catch (JsonProcessingException notJson) {
      throw ServiceError.client(
          "InvalidOutput", "Invalid Output: '%s'".formatted(notJson.getOriginalMessage()));
    }
  }

  /** SendTaskFailure. */
  public void failTask(String token, @Nullable String error, @Nullable String cause) {
    TokenHolder holder = holder(token);
    holder.run().apply(new Event.TaskFailed(holder.serial(), Failure.callback(error, cause)));
  }

  /** SendTaskHeartbeat. */
  public void heartbeat(String token) {
    TokenHolder holder = holder(token);
    holder.run().apply(new Event.TaskHeartbeat(holder.serial()));
  }

  Run run(String executionArn) {
    Run run = runs.get(executionArn);
    if (run == null) {
      throw Errors.noExecution(executionArn);
    }
    return run;
  }

  /** By which version and alias an execution was started. */
  public StatusChange view(String executionArn) {
    Run run = run(executionArn);
    return new StatusChange(
        run.caller(), run.execution(), run.qualifier().versionArn(), run.qualifier().aliasArn());
  }

  void onStatusChange(StatusChange.Listener listener) {
    listeners.add(listener);
  }

  void onHistory(HistoryObserver observer) {
    observers.add(observer);
  }

  void statusChanged(Run run) {
    StatusChange change = view(run.execution().identity().executionArn());
    listeners.forEach(listener -> listener.changed(change));
  }

  void observe(Run run, HistoryEntry entry) {
    if (observers.isEmpty()) {
      return;
    }
    String arn = run.execution().identity().executionArn();
    HistoryEvent event = HistoryEvents.of(entry);
    observers.forEach(observer -> observer.recorded(arn, event));
  }

  Scheduler scheduler() {
    return scheduler;
  }

  StepFunctionsSettings settings() {
    return settings;
  }

  TaskInvokers invokers() {
    return invokers;
  }

  Map<String, TokenHolder> tokens() {
    return tokens;
  }

  String uuid() {
    return new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
  }

  private record Target(
      StateMachine machine, StateMachine.Revision revision, Run.Qualifier qualifier) {}

  private Target target(String arn) {
    if (machines.has(arn)) {
      StateMachine machine = machines.get(arn);
      return new Target(machine, machine.latest(), new Run.Qualifier(null, null));
    }
    String alias = aliases.has(arn) ? arn : null;
    String version = alias == null ? arn : aliases.route(aliases.get(alias));
    StateMachine.Revision revision = machines.version(version).revision();
    StateMachine machine = machines.get(version.substring(0, version.lastIndexOf(':')));
    return new Target(machine, revision, new Run.Qualifier(version, alias));
  }

  private TokenHolder holder(String token) {
    TokenHolder holder = tokens.get(token);
    if (holder == null) {
      throw ServiceError.client("InvalidToken", "Invalid Token: 'Invalid token'");
    }
    if (!holder.waiting()) {
      throw ServiceError.client(
          "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
    }
    return holder;
  }

  private boolean holdsName(Execution execution) {
    Instant stopped = execution.stoppedAt();
    Duration held = settings.nameHeld();
    return stopped == null || stopped.plus(held).isAfter(scheduler.now());
  }

  private static Payload payload(String input) {
    try {
      return Payload.parse(input);
    } catch (JsonProcessingException notJson) {
      throw ServiceError.client(
          "InvalidExecutionInput",
          "Invalid State Machine Execution Input: '%s'".formatted(notJson.getMessage()));
    }
  }

  private static Caller owner(Caller caller, String arn) {
    String[] parts = arn.split(":", -1);
    return new Caller(parts[4], parts[3], caller.role());
  }
}
