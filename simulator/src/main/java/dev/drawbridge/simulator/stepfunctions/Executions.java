package dev.drawbridge.simulator.stepfunctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.history.HistoryEntry;
import dev.drawbridge.engine.integration.AwsFailures;
import dev.drawbridge.engine.integration.ChildExecutions;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.run.Engine;
import dev.drawbridge.engine.run.ExecutionJson;
import dev.drawbridge.engine.run.Run;
import dev.drawbridge.engine.run.RunListener;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Identity;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.task.Integration;
import dev.drawbridge.engine.task.TaskCompletion;
import dev.drawbridge.engine.task.TaskRequest;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.stepfunctions.task.TaskInvokers;
import dev.drawbridge.simulator.wire.JsonReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** The executions of all accounts: who started them, their names, what happens to them. */
public final class Executions {
  private final Scheduler scheduler;
  private final Duration nameHeld;
  private final StateMachines machines;
  private final Aliases aliases;
  private final TaskInvokers invokers;
  private final Engine engine;
  private final Map<String, StoredExecution> executions = new LinkedHashMap<>();
  private final Map<String, String> machineByToken = new HashMap<>();
  private TaskRoles roles = (role, request) -> null;

  Executions(
      Scheduler scheduler,
      StepFunctionsSettings settings,
      TaskInvokers invokers,
      StateMachines machines,
      Aliases aliases) {
    this.scheduler = scheduler;
    this.nameHeld = settings.nameHeld();
    this.machines = machines;
    this.aliases = aliases;
    ChildExecutions children =
        new ChildExecutions(
            (_, arn, name, input) -> startChild(arn, name, input), scheduler.random());
    this.invokers =
        invokers.with(
            "states:startExecution",
            (request, caller, completion) -> children.start(request, completion));
    this.engine = new Engine(scheduler, settings.runs(), this::invoke);
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
  public Execution start(String arn, @Nullable String name, @Nullable String input) {
    return run(arn, name, input).execution();
  }

  private Run run(String arn, @Nullable String name, @Nullable String input) {
    RequestLimits.data("input", input);
    StartTarget target = StartTarget.of(arn, machines, aliases);
    Payload payload = Errors.answered(() -> Engine.input(input == null ? "{}" : input));
    String called = name == null ? uuid() : Names.check(name);
    String executionArn = target.executionArn(called);
    StoredExecution existing = executions.get(executionArn);
    if (existing != null && holdsName(existing.execution())) {
      return same(existing, payload);
    }
    Caller owner = owner(target.machine().arn(), target.revision().roleArn());
    Run run = engine.prepare(target.identity(called, owner.region()), target.workflow(), payload);
    executions.put(
        executionArn, new StoredExecution(owner, target.versionArn(), target.aliasArn(), run));
    run.begin();
    return run;
  }

  private static Run same(StoredExecution existing, Payload input) {
    Execution held = existing.execution();
    if (held.status() == Status.RUNNING && held.input().text().equals(input.text())) {
      return existing.run();
    }
    throw ServiceError.client(
        "ExecutionAlreadyExists",
        "Execution Already Exists: '%s'".formatted(held.identity().executionArn()));
  }

  /** The execution of that ARN. */
  public Execution get(String executionArn) {
    return stored(executionArn).execution();
  }

  /** The whole history of an execution, oldest first. */
  public List<HistoryEvent> history(String executionArn) {
    return stored(executionArn).run().history().stream().map(HistoryEvents::of).toList();
  }

  /** The executions of a state machine, or of one version or alias of it, newest first. */
  public List<Execution> of(String arn) {
    return executions.values().stream()
        .filter(stored -> stored.of(arn))
        .map(StoredExecution::execution)
        .toList()
        .reversed();
  }

  /** An execution as DescribeExecution shows it. */
  public DescribeExecutionResponse describe(String executionArn) {
    StoredExecution stored = stored(executionArn);
    ObjectNode json = ExecutionJson.of(stored.run());
    json.put("stateMachineVersionArn", stored.versionArn());
    json.put("stateMachineAliasArn", stored.aliasArn());
    return (DescribeExecutionResponse) JsonReader.read(DescribeExecutionResponse.builder(), json);
  }

  /** Stops an execution; one that has ended stays as it is. */
  public Execution stop(String executionArn, @Nullable String error, @Nullable String cause) {
    Run run = stored(executionArn).run();
    run.stop(error, cause);
    return run.execution();
  }

  /** Takes a failed, stopped or timed-out execution up where it ended. */
  public Execution redrive(String executionArn) {
    Run run = stored(executionArn).run();
    Errors.answered(run::redrive);
    return run.execution();
  }

  /** SendTaskSuccess. */
  public void succeedTask(String token, String output) {
    RequestLimits.data("output", output);
    Errors.answered(() -> engine.tokens().succeed(token, output));
  }

  /** SendTaskFailure. */
  public void failTask(String token, @Nullable String error, @Nullable String cause) {
    Errors.answered(() -> engine.tokens().fail(token, error, cause));
  }

  /** SendTaskHeartbeat. */
  public void heartbeat(String token) {
    Errors.answered(() -> engine.tokens().heartbeat(token));
  }

  void judgeTasks(TaskRoles judge) {
    roles = judge;
  }

  void onStatusChange(StatusChange.Listener listener) {
    engine.listen(
        new RunListener() {
          @Override
          public void statusChanged(Execution execution) {
            listener.changed(stored(execution.identity().executionArn()).view());
          }
        });
  }

  void onHistory(HistoryObserver observer) {
    engine.listen(
        new RunListener() {
          @Override
          public void recorded(Execution execution, HistoryEntry entry) {
            observer.recorded(execution.identity().executionArn(), HistoryEvents.of(entry));
          }
        });
  }

  private StoredExecution stored(String executionArn) {
    StoredExecution stored = executions.get(executionArn);
    if (stored == null) {
      throw Errors.noExecution(executionArn);
    }
    return stored;
  }

  private void invoke(TaskRequest request, TaskCompletion completion) {
    if (request.token() != null) {
      Identity identity = stored(request.executionArn()).execution().identity();
      machineByToken.put(request.token(), identity.stateMachineArn());
    }
    Caller owner = stored(request.executionArn()).owner();
    String refusal = roles.whyNot(owner, request);
    if (refusal != null) {
      refused(request, refusal, completion);
      return;
    }
    invokers.of(request.integration()).invoke(request, owner, completion);
  }

  /** Step Functions passes on what the service answered; Lambda's is no error of Invoke's own. */
  private void refused(TaskRequest request, String refusal, TaskCompletion completion) {
    boolean child =
        request.integration() instanceof Integration.Service service
            && service.key().startsWith("states:");
    AwsFailures.Service service = child ? AwsFailures.Service.STATES : AwsFailures.Service.LAMBDA;
    completion.failed(
        child ? service.error("AccessDeniedException") : "Lambda.AWSLambdaException",
        service.cause(child ? 400 : 403, "AccessDeniedException", refusal, uuid()));
  }

  private ChildExecutions.Answer startChild(
      String stateMachineArn, @Nullable String name, String input) {
    try {
      return new ChildExecutions.Answer.Started(run(stateMachineArn, name, input));
    } catch (ServiceError error) {
      return new ChildExecutions.Answer.Refused(
          error.status(), error.code(), String.valueOf(error.getMessage()));
    }
  }

  /** The state machine whose execution got a task token; empty for one that nobody got. */
  public Optional<String> machineOfToken(String token) {
    return Optional.ofNullable(machineByToken.get(token));
  }

  private String uuid() {
    return new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
  }

  private boolean holdsName(Execution execution) {
    Instant stopped = execution.stoppedAt();
    return stopped == null || stopped.plus(nameHeld).isAfter(scheduler.now());
  }

  /** Tasks are performed with the machine's role, whoever started the execution. */
  private static Caller owner(String arn, String roleArn) {
    String[] parts = arn.split(":", -1);
    return new Caller(parts[4], parts[3], roleArn.substring(roleArn.lastIndexOf('/') + 1));
  }
}
