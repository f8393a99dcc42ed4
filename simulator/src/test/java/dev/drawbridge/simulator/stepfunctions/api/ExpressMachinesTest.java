package dev.drawbridge.simulator.stepfunctions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.stepfunctions.StepFunctionsService;
import dev.drawbridge.simulator.stepfunctions.StepFunctionsSettings;
import dev.drawbridge.simulator.stepfunctions.task.TaskInvokers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionDiagnostic;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionRequest;

/** State machines of type EXPRESS: what is wrong in them is said before that they do not run. */
class ExpressMachinesTest {
  private static final Caller CALLER = new Caller("111111111111", "eu-central-1", "root");

  private final StepFunctionsService service =
      new StepFunctionsService(
          new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"), 7),
          StepFunctionsSettings.published(),
          new TaskInvokers((request, caller, completion) -> {}, Map.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arn:aws:states:::states:startExecution.sync | '.sync' service integration",
        "arn:aws:states:::states:startExecution.sync:2 | '.sync' service integration",
        "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
            + " | '.waitForTaskToken' service integration",
        "arn:aws:states:::glue:startJobRun.sync | '.sync' service integration",
        "arn:aws:states:eu-central-1:111111111111:activity:by-hand | Activity ARN",
      })
  void what_waits_is_refused_at_creation_and_at_validation(String resource, String what) {
    String definition = calling(resource);
    String message = "Express state machine does not support " + what;
    assertThatThrownBy(() -> create(definition))
        .isInstanceOfSatisfying(
            ServiceError.class, error -> assertThat(error.code()).isEqualTo("InvalidDefinition"))
        .hasMessage(
            "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: "
                + message
                + " at /States/S/Branches[0]/States/T/Resource'");
    assertThat(
            new ValidateStateMachineDefinition()
                .handle(
                    ValidateStateMachineDefinitionRequest.builder()
                        .definition(definition)
                        .type(StateMachineType.EXPRESS)
                        .build(),
                    CALLER)
                .diagnostics())
        .extracting(ValidateStateMachineDefinitionDiagnostic::message)
        .containsExactly(message);
  }

  @Test
  void a_valid_one_is_refused_as_not_implemented() {
    assertThatThrownBy(() -> create(calling("arn:aws:states:::sqs:sendMessage")))
        .isInstanceOfSatisfying(
            ServiceError.class,
            error -> assertThat(error.code()).isEqualTo("UnsupportedDefinition"))
        .hasMessage("This simulator does not implement EXPRESS state machines");
  }

  private void create(String definition) {
    new CreateStateMachine(service.machines())
        .handle(
            CreateStateMachineRequest.builder()
                .name("machine")
                .definition(definition)
                .roleArn("role")
                .type(StateMachineType.EXPRESS)
                .build(),
            CALLER);
  }

  /** The task stands in a branch. */
  private static String calling(String resource) {
    String parameters =
        resource.contains("sqs")
            ? "\"QueueUrl\": \"q\", \"MessageBody\": \"b\""
            : "\"StateMachineArn\": \"m\"";
    return """
    {"StartAt": "S", "States": {"S": {"Type": "Parallel", "End": true, "Branches": [
      {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true, "Resource": "%s",
        "Parameters": {%s}}}}]}}}
    """
        .formatted(resource, parameters);
  }
}
