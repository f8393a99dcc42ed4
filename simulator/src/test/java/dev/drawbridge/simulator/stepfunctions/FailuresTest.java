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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Which failures Catch sees, and how the others end an execution. */
class FailuresTest {
  private static final Caller CALLER = new Caller("111111111111", "eu-central-1", "root");
  private static final String CATCH =
      "'Catch':[{'ErrorEquals':['%s'],'ResultPath':'$.caught','Next':'Done'}]";

  private final VirtualScheduler scheduler =
      new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"), 7);
  private final TaskInvoker echo =
      (request, caller, completion) -> completion.succeeded(Payload.of(request.arguments()));
  private final StepFunctionsService service =
      new StepFunctionsService(
          scheduler,
          StepFunctionsSettings.published(),
          new TaskInvokers(echo, Map.of("lambda:invoke", echo, "sqs:sendMessage", echo)));

  @Test
  void a_choice_that_matches_nothing_is_a_runtime_error() {
    Execution execution =
        run(
            "{'Type':'Choice','Choices':[{'Variable':'$.a','IsString':true,'Next':'Done'}]}",
            "{\"a\":1}");
    assertThat(execution.error()).isEqualTo("States.Runtime");
    assertThat(execution.cause())
        .isEqualTo(
            "An error occurred while executing the state 'S' (entered at the event id #2). Failed"
                + " to transition out of the state. The state does not point to a next state.");
  }

  @Test
  void a_result_without_a_place_is_caught() {
    Execution execution =
        run(task("'ResultPath':'$.a.b'", "States.ResultPathMatchFailure"), "{\"a\":1}");
    assertThat(caught(execution)).isEqualTo("States.ResultPathMatchFailure");
    assertThat(types(execution)).containsSubsequence("TaskSucceeded", "TaskStateExited");
  }

  @Test
  void a_failed_function_is_caught() {
    Execution execution =
        run(
            task("'ResultSelector':{'x.$':'States.ArrayGetItem($.Payload, 5)'}", "States.ALL"),
            "{\"a\":1}");
    assertThat(caught(execution)).isEqualTo("States.IntrinsicFailure");
  }

  @Test
  void a_path_that_finds_nothing_is_not_caught() {
    Execution execution = run(task("'InputPath':'$.none'", "States.ALL"), "{}");
    assertThat(execution.status()).isEqualTo(Status.FAILED);
    assertThat(execution.error()).isEqualTo("States.Runtime");
  }

  @Test
  void a_failed_function_in_an_iteration_is_caught_by_the_map() {
    Execution execution =
        run(
            "{'Type':'Map','ItemsPath':'$.items','ItemProcessor':{'StartAt':'I','States':{'I':{"
                + "'Type':'Pass','Parameters':{'x.$':'States.ArrayGetItem($, 0)'},'End':true}}},"
                + CATCH.formatted("States.IntrinsicFailure")
                + ",'End':true}",
            "{\"items\":[[1],[],[2]]}");
    assertThat(caught(execution)).isEqualTo("States.IntrinsicFailure");
    assertThat(types(execution))
        .containsSubsequence("MapIterationFailed", "MapStateFailed", "MapStateExited");
  }

  @Test
  void a_map_whose_own_result_has_no_place_catches_it_under_its_own_name() {
    Execution execution =
        run(
            "{'Type':'Map','ItemsPath':'$.items','ResultPath':'$.items.x','ItemProcessor':{"
                + "'StartAt':'I','States':{'I':{'Type':'Pass','End':true}}},"
                + CATCH.formatted("States.ALL")
                + ",'End':true}",
            "{\"items\":[1]}");
    assertThat(caught(execution)).isEqualTo("States.ResultPathMatchFailure");
    assertThat(Objects.requireNonNull(execution.output()).value().at("/caught/Cause").asText())
        .contains("state 'S'");
  }

  @Test
  void a_missed_heartbeat_is_a_time_out_that_either_name_catches() {
    for (String name : List.of("States.HeartbeatTimeout", "States.Timeout")) {
      Execution execution =
          run(
              "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
                  + "'Parameters':{'QueueUrl':'q','MessageBody':'b'},'HeartbeatSeconds':5,"
                  + CATCH.formatted(name)
                  + ",'End':true}",
              "{}");
      assertThat(caught(execution)).isEqualTo("States.Timeout");
    }
  }

  @Test
  void a_time_out_of_the_task_is_no_missed_heartbeat() {
    Execution execution =
        run(
            "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
                + "'Parameters':{'QueueUrl':'q','MessageBody':'b'},'TimeoutSeconds':5,"
                + CATCH.formatted("States.HeartbeatTimeout")
                + ",'End':true}",
            "{}");
    assertThat(execution.status()).isEqualTo(Status.FAILED);
  }

  @Test
  void seconds_by_path_are_read_from_the_filtered_input() {
    Execution execution =
        run(
            "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','InputPath':'$.inner',"
                + "'TimeoutSecondsPath':'$.seconds','Parameters':{'FunctionName':'f'},'End':true}",
            "{\"inner\":{\"seconds\":9}}");
    assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void an_execution_out_of_time_says_so_in_its_last_event_only() {
    String machine =
        "{\"StartAt\":\"S\",\"TimeoutSeconds\":3,\"States\":{\"S\":{\"Type\":\"Wait\","
            + "\"Seconds\":25,\"End\":true}}}";
    Execution execution = start(machine, "{}");
    List<HistoryEvent> history = service.executions().history(execution.identity().executionArn());
    assertThat(execution.status()).isEqualTo(Status.TIMED_OUT);
    assertThat(execution.error()).isNull();
    assertThat(history.getLast().executionTimedOutEventDetails().error())
        .isEqualTo("States.Timeout");
    assertThat(history).hasSize(3);
  }

  @Test
  void inputs_and_definitions_have_AWSs_sizes() {
    String fits = "\"" + "x".repeat(262_142) + "\"";
    assertThat(run("{'Type':'Succeed'}", fits).status()).isEqualTo(Status.SUCCEEDED);
    assertThatThrownBy(() -> run("{'Type':'Succeed'}", fits + " "))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining("length less than or equal to 262144");
    String tooLong = "{'Type':'Succeed','Comment':'" + "x".repeat(1_048_576) + "'}";
    assertThatThrownBy(() -> run(tooLong, "{}"))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining("length less than or equal to 1048576");
  }

  private static String task(String field, String error) {
    return "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Parameters':{"
        + "'FunctionName':'f','Payload':[1]},"
        + field
        + ","
        + CATCH.formatted(error)
        + ",'End':true}";
  }

  private Execution run(String state, String input) {
    boolean leads = state.contains("'Done'");
    String machine =
        "{'StartAt':'S','States':{'S':%s%s}}"
            .formatted(state, leads ? ",'Done':{'Type':'Succeed'}" : "");
    return start(machine.replace('\'', '"'), input);
  }

  private Execution start(String definition, String input) {
    String name = "m" + scheduler.random().nextInt(1 << 20);
    String machine = service.machines().create(CALLER, name, definition, "role", Map.of()).arn();
    String arn = service.startExecution(CALLER, machine, null, input).identity().executionArn();
    scheduler.await(() -> false, Duration.ofMinutes(5));
    return service.executions().get(arn);
  }

  private static String caught(Execution execution) {
    assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
    return Objects.requireNonNull(execution.output()).value().at("/caught/Error").asText();
  }

  private List<String> types(Execution execution) {
    return service.executions().history(execution.identity().executionArn()).stream()
        .map(HistoryEvent::typeAsString)
        .toList();
  }
}
