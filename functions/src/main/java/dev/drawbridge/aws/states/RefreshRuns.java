package dev.drawbridge.aws.states;

import dev.drawbridge.aws.Clients;
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
}
