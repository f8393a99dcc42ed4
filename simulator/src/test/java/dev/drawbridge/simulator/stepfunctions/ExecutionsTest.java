package dev.drawbridge.simulator.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.stepfunctions.task.TaskInvoker;
import dev.drawbridge.simulator.stepfunctions.task.TaskInvokers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

class ExecutionsTest {
  private static final Caller CALLER = new Caller("111111111111", "eu-central-1", "root");
  private static final String WAIT =
      """
      {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 1209600, "End": true}}}
      """;
  private static final String TASK =
      """
      {"StartAt": "Work", "States": {"Work": {"Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {"FunctionName": "worker"}, "End": true}}}
      """;

  private final VirtualScheduler scheduler =
      new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"), 7);
  private boolean healthy;
  private final TaskInvoker worker =
      (request, caller, completion) -> {
        if (healthy) {
          completion.succeeded(Payload.of(request.arguments()));
        } else {
          completion.failed("NotReady", "later");
        }
      };
  private final StepFunctionsService service =
      new StepFunctionsService(
          scheduler,
          StepFunctionsSettings.published(),
          new TaskInvokers(worker, Map.of("lambda:invoke", worker)));

  @Test
  void the_same_name_and_input_answers_with_the_running_execution() {
    String arn = start(WAIT, "one", "{}");
    assertThat(start(WAIT, "one", "{}")).isEqualTo(arn);
    assertThatThrownBy(() -> start(WAIT, "one", "{\"a\":1}"))
        .satisfies(code("ExecutionAlreadyExists"));
  }

  @Test
  void a_closed_execution_keeps_its_name_for_ninety_days() {
    String arn = start(WAIT, "one", "{}");
    service.executions().stop(arn, "E", "C");
    assertThatThrownBy(() -> start(WAIT, "one", "{}")).satisfies(code("ExecutionAlreadyExists"));
    settle(Duration.ofDays(91));
    assertThat(start(WAIT, "one", "{}")).isEqualTo(arn);
    assertThat(get(arn).status()).isEqualTo(Status.RUNNING);
  }

  @Test
  void a_redrive_takes_the_failed_task_up_again() {
    String arn = start(TASK, "one", "{}");
    settle(Duration.ofMinutes(1));
    assertThat(get(arn).status()).isEqualTo(Status.FAILED);

    healthy = true;
    service.executions().redrive(arn);
    settle(Duration.ofMinutes(1));

    assertThat(get(arn).status()).isEqualTo(Status.SUCCEEDED);
    assertThat(get(arn).redriveCount()).isEqualTo(1);
    assertThat(types(arn))
        .containsSubsequence(
            "TaskFailed", "ExecutionFailed", "ExecutionRedriven", "TaskScheduled", "TaskSucceeded");
    assertThatThrownBy(() -> service.executions().redrive(arn))
        .satisfies(code("ExecutionNotRedrivable"));
  }

  @Test
  void status_changes_are_told_with_what_EventBridge_carries() {
    List<String> seen = new ArrayList<>();
    service.onStatusChange(change -> seen.add(change.detail().path("status").asText()));
    start(WAIT, "one", "{}");
    settle(Duration.ofDays(15));
    assertThat(seen).containsExactly("RUNNING", "SUCCEEDED");
  }

  @Test
  void an_alias_routes_to_its_version_while_the_machine_moves_on() {
    StateMachine machine = service.machines().create(CALLER, "m", WAIT, "role", Map.of());
    int version = service.machines().publish(machine.arn(), null).number();
    Alias live =
        new Aliases(scheduler, service.machines())
            .create("live", null, List.of(new Alias.Route(machine.arn() + ":" + version, 100)));
    service.machines().update(machine.arn(), TASK, null);
    assertThat(live.routes()).hasSize(1);
    Execution execution = service.startExecution(CALLER, machine.arn() + ":" + version, null, null);
    assertThat(execution.workflow().startAt()).isEqualTo("Wait");
  }

  @Test
  void a_definition_with_variables_is_refused_by_name() {
    String assigning = WAIT.replace("\"Seconds\"", "\"Assign\": {\"a\": 1}, \"Seconds\"");
    assertThatThrownBy(() -> service.machines().create(CALLER, "m", assigning, "role", Map.of()))
        .satisfies(code("UnsupportedDefinition"));
  }

  @Test
  void inputs_and_definitions_have_AWSs_sizes() {
    String succeed = "{\"StartAt\":\"S\",\"States\":{\"S\":{\"Type\":\"Succeed\"}}}";
    String fits = "\"" + "x".repeat(262_142) + "\"";
    String arn = start(succeed, "one", fits);
    settle(Duration.ofMinutes(1));
    assertThat(get(arn).status()).isEqualTo(Status.SUCCEEDED);
    assertThatThrownBy(() -> start(succeed, "two", fits + " "))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining("length less than or equal to 262144");
    String tooLong = succeed.replace("{\"Type\"", "{\"Comment\":\"%s\",\"Type\"");
    assertThatThrownBy(() -> start(tooLong.formatted("x".repeat(1_048_576)), "three", "{}"))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining("length less than or equal to 1048576");
  }

  private String start(String definition, String name, String input) {
    String machine =
        service.machines().create(CALLER, "machine", definition, "role", Map.of()).arn();
    return service.startExecution(CALLER, machine, name, input).identity().executionArn();
  }

  private Execution get(String arn) {
    return service.executions().get(arn);
  }

  private void settle(Duration time) {
    scheduler.await(() -> false, time);
  }

  private List<String> types(String arn) {
    return service.executions().history(arn).stream().map(HistoryEvent::typeAsString).toList();
  }

  private static java.util.function.Consumer<Throwable> code(String code) {
    return error -> assertThat(((ServiceError) error).code()).isEqualTo(code);
  }
}
