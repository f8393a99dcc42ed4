package dev.drawbridge.aws.states;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.RunState;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;

/** Executions of one state machine. */
public final class Runs {
  private final SfnClient client;
  private final String stateMachineArn;

  /**
   * Runs of one state machine.
   *
   * @param stateMachineArn of its alias
   */
  public Runs(Clients clients, String stateMachineArn) {
    this.client = clients.states();
    this.stateMachineArn = stateMachineArn;
  }

  /**
   * Starts a run.
   *
   * @param name AWS starts one execution of a name within 90 days
   * @return false if there is or was one of that name: an earlier try may have started it, whose
   *     reply was lost
   */
  public boolean start(String name, String input) {
    try {
      client.startExecution(r -> r.stateMachineArn(stateMachineArn).name(name).input(input));
      return true;
    } catch (ExecutionAlreadyExistsException e) {
      return false;
    }
  }

  /** The ARN of an execution that there never is, but that a role for ours may ask for. */
  public String never() {
    return arn("priming");
  }

  /** Stops the run of that name; nothing happens if it has ended. */
  public void stop(String name, String cause) {
    client.stopExecution(r -> r.executionArn(arn(name)).error("Stopped").cause(cause));
  }

  /** How the run of that name stands. */
  public RunState state(String name) {
    try {
      return state(client.describeExecution(r -> r.executionArn(arn(name))));
    } catch (ExecutionDoesNotExistException e) {
      return new RunState(RunState.Status.ABSENT, null);
    }
  }

  /** What a run was started with; empty once AWS has forgotten it, 90 days after its end. */
  public Optional<String> input(String executionArn) {
    try {
      return Optional.ofNullable(
          client.describeExecution(r -> r.executionArn(executionArn)).input());
    } catch (ExecutionDoesNotExistException e) {
      return Optional.empty();
    }
  }

  /** The ARN of the run of that name, whichever alias it was started through. */
  public String arn(String name) {
    String[] parts = stateMachineArn.split(":", -1);
    return String.join(
        ":", "arn", parts[1], "states", parts[3], parts[4], "execution", parts[6], name);
  }

  private static RunState state(DescribeExecutionResponse run) {
    return switch (run.status()) {
      case RUNNING, PENDING_REDRIVE -> new RunState(RunState.Status.RUNNING, null);
      case SUCCEEDED -> new RunState(RunState.Status.SUCCEEDED, null);
      default ->
          new RunState(
              RunState.Status.FAILED, run.cause() == null ? run.statusAsString() : run.cause());
    };
  }
}
