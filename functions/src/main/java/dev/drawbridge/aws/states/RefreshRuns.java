package dev.drawbridge.aws.states;

import dev.drawbridge.aws.Clients;
import java.util.Arrays;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/** Executions of refresh-targets. */
public final class RefreshRuns {
  private final SfnClient client;
  private final String stateMachineArn;

  public RefreshRuns(Clients clients, String stateMachineArn) {
    this.client = clients.states();
    this.stateMachineArn = stateMachineArn;
  }

  /**
   * Starts a run.
   *
   * @param name AWS starts one execution of a name within 90 days
   * @return false if there is or was one of that name
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
    String[] parts =
        stateMachineArn.split(":", -1); // arn:aws:states:REGION:ACCOUNT:stateMachine:NAME
    parts[5] = "execution";
    return String.join(":", Arrays.copyOf(parts, 7)) + ":priming";
  }
}
