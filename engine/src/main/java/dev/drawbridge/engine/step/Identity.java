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
    String stateMachineName) {}
