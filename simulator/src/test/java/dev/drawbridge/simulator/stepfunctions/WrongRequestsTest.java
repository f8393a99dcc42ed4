package dev.drawbridge.simulator.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.door.Clients;
import dev.drawbridge.simulator.stepfunctions.api.Operations;
import dev.drawbridge.simulator.stepfunctions.task.TaskInvokers;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** Requests that Step Functions refuses whichever state machines there are. */
class WrongRequestsTest {
  private static final String PREFIX = "arn:aws:states:eu-central-1:111111111111:";
  private static final String MACHINE = PREFIX + "stateMachine:machine";

  private final VirtualScheduler scheduler =
      new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"), 7);
  private final StepFunctionsService service =
      new StepFunctionsService(
          scheduler,
          StepFunctionsSettings.published(),
          new TaskInvokers((request, caller, completion) -> {}, Map.of()));
  private final SfnClient client =
      new Clients(scheduler, Operations.of(service)).of(SfnClient.builder());

  static Stream<Arguments> requests() {
    return Stream.of(
        row(c -> c.updateStateMachine(r -> r.stateMachineArn(MACHINE)), "MissingRequiredParameter"),
        row(
            c -> c.updateStateMachine(r -> r.stateMachineArn(MACHINE).publish(true)),
            "MissingRequiredParameter"),
        row(c -> c.listExecutions(r -> {}), "ValidationException"),
        row(
            c ->
                c.listExecutions(
                    r -> r.stateMachineArn(MACHINE).mapRunArn(PREFIX + "mapRun:a/b:c")),
            "ValidationException"),
        row(c -> c.listExecutions(r -> r.mapRunArn(PREFIX + "mapRun:a/b:c")), "ResourceNotFound"),
        row(c -> c.listExecutions(r -> r.stateMachineArn(PREFIX + "stateMachine:")), "InvalidArn"),
        row(c -> c.startExecution(r -> r.stateMachineArn(PREFIX + "stateMachine:")), "InvalidArn"),
        row(c -> c.describeExecution(r -> r.executionArn(PREFIX + "execution:a:")), "InvalidArn"),
        row(c -> c.describeExecution(r -> r.executionArn(PREFIX + "execution::a")), "InvalidArn"),
        row(
            c -> c.listTagsForResource(r -> r.resourceArn(PREFIX + "stateMachine:")),
            "InvalidArn"));
  }

  private static Arguments row(Consumer<SfnClient> call, String code) {
    return arguments(call, code);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void a_wrong_request_is_refused_as_aws_refuses_it(Consumer<SfnClient> call, String code) {
    assertThatThrownBy(() -> call.accept(client))
        .isInstanceOfSatisfying(
            SfnException.class,
            error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code));
  }
}
