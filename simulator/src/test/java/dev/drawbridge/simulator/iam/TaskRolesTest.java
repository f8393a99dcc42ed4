package dev.drawbridge.simulator.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.Clients;
import dev.drawbridge.simulator.lambda.FunctionSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** State machines act with the role that they were given. */
class TaskRolesTest {
  private static final Caller OWNER = new Caller("111111111111", "eu-central-1", "root");
  private static final String FUNCTION = OWNER.arn("lambda", "function:greet");

  private final VirtualScheduler time =
      new VirtualScheduler(Instant.parse("2026-11-26T10:00:00Z"), 3);
  private final Simulator world = new Simulator(time, Settings.published());
  private final SfnClient states = new Clients(world.door()).of(SfnClient.builder());

  @BeforeEach
  void deploy() {
    world.roles().create(OWNER, "service/machine", "states.amazonaws.com");
    world
        .lambda()
        .create(
            OWNER.account(),
            OWNER.region(),
            "greet",
            FunctionSettings.withRole("greet"),
            () -> (in, out, invocation) -> out.write("{}".getBytes(StandardCharsets.UTF_8)));
  }

  private void may(String action, String resource) {
    world
        .access()
        .confine(
            OWNER.account(),
            "machine",
            Policy.parse(
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}}"
                    .formatted(action, resource)));
  }

  private String machine(String name, String resource, String parameters) {
    String definition =
        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"%s\",\"Parameters\":%s,\"End\":true}}}"
            .formatted(resource, parameters);
    return states
        .createStateMachine(
            r ->
                r.name(name)
                    .definition(definition)
                    .roleArn("arn:aws:iam::111111111111:role/service/machine"))
        .stateMachineArn();
  }

  private DescribeExecutionResponse run(String machine) {
    String execution = states.startExecution(r -> r.stateMachineArn(machine)).executionArn();
    time.pause(Duration.ofMinutes(1));
    return states.describeExecution(r -> r.executionArn(execution));
  }

  @Test
  void a_task_needs_the_right_to_invoke_its_function() {
    String machine =
        machine(
            "invokes",
            "arn:aws:states:::lambda:invoke",
            "{\"FunctionName\":\"%s\"}".formatted(FUNCTION));
    may("lambda:InvokeFunction", FUNCTION + "-other");
    assertThat(run(machine).error()).isEqualTo("Lambda.AWSLambdaException");
    assertThat(run(machine).cause())
        .contains(
            "assumed-role/machine/machine is not authorized to perform: lambda:InvokeFunction")
        .contains(FUNCTION);
    may("lambda:InvokeFunction", FUNCTION);
    assertThat(run(machine).statusAsString()).isEqualTo("SUCCEEDED");
  }

  @Test
  void a_task_that_awaits_a_child_needs_more_than_the_right_to_start_it() {
    String child =
        machine(
            "child",
            "arn:aws:states:::lambda:invoke",
            "{\"FunctionName\":\"%s\"}".formatted(FUNCTION));
    String parent =
        machine(
            "parent",
            "arn:aws:states:::states:startExecution.sync:2",
            "{\"StateMachineArn\":\"%s\"}".formatted(child));
    may("states:StartExecution", child);
    assertThat(run(parent).cause())
        .contains("is not authorized to perform: states:DescribeExecution on resource: arn:aws:")
        .contains(":execution:child:*");
    may("*", "*");
    assertThat(run(parent).statusAsString()).isEqualTo("SUCCEEDED");
  }
}
