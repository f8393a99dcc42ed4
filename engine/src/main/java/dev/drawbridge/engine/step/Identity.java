package dev.drawbridge.engine.step;

/**
 * What names an execution, as its context object shows it.
 *
 * @param region stands in {@code TaskScheduled} events
 * @param roleArn the role that it runs with
 * @param stateMachineArn without version or alias
 */
public record Identity(
    String executionArn,
    String name,
    String region,
    String roleArn,
    String stateMachineArn,
    String stateMachineName) {

  /** An execution that no account has. */
  public static Identity local(String stateMachine, String name) {
    String states = "arn:aws:states:local:000000000000:";
    return new Identity(
        states + "execution:" + stateMachine + ":" + name,
        name,
        "local",
        "arn:aws:iam::000000000000:role/" + stateMachine,
        states + "stateMachine:" + stateMachine,
        stateMachine);
  }
}
