package dev.drawbridge.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.history.Details;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.task.TaskPort;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which failures Catch sees, and how the others end an execution. */
class FailuresTest {
  private static final String CATCH =
      "'Catch':[{'ErrorEquals':['%s'],'ResultPath':'$.caught','Next':'Done'}]";

  private static final TaskPort ECHO =
      (request, completion) -> completion.succeeded(Payload.of(request.arguments()));

  @Test
  void a_choice_that_matches_nothing_is_a_runtime_error() {
    Started started =
        run(
            "{'Type':'Choice','Choices':[{'Variable':'$.a','IsString':true,'Next':'Done'}]}",
            "{\"a\":1}");
    assertThat(started.execution().error()).isEqualTo("States.Runtime");
    assertThat(started.execution().cause())
        .isEqualTo(
            "An error occurred while executing the state 'S' (entered at the event id #2). Failed"
                + " to transition out of the state. The state does not point to a next state.");
  }

  @Test
  void a_result_without_a_place_is_caught() {
    Started started =
        run(task("'ResultPath':'$.a.b'", "States.ResultPathMatchFailure"), "{\"a\":1}");
    assertThat(caught(started)).isEqualTo("States.ResultPathMatchFailure");
    assertThat(started.types()).containsSubsequence("TaskSucceeded", "TaskStateExited");
  }

  @Test
  void a_failed_function_is_caught() {
    Started started =
        run(
            task("'ResultSelector':{'x.$':'States.ArrayGetItem($.Payload, 5)'}", "States.ALL"),
            "{\"a\":1}");
    assertThat(caught(started)).isEqualTo("States.IntrinsicFailure");
  }

  @Test
  void a_path_that_finds_nothing_is_not_caught() {
    Started started = run(task("'InputPath':'$.none'", "States.ALL"), "{}");
    assertThat(started.execution().status()).isEqualTo(Status.FAILED);
    assertThat(started.execution().error()).isEqualTo("States.Runtime");
  }

  @Test
  void a_failed_function_in_an_iteration_is_caught_by_the_map() {
    Started started =
        run(
            "{'Type':'Map','ItemsPath':'$.items','ItemProcessor':{'StartAt':'I','States':{'I':{"
                + "'Type':'Pass','Parameters':{'x.$':'States.ArrayGetItem($, 0)'},'End':true}}},"
                + CATCH.formatted("States.IntrinsicFailure")
                + ",'End':true}",
            "{\"items\":[[1],[],[2]]}");
    assertThat(caught(started)).isEqualTo("States.IntrinsicFailure");
    assertThat(started.types())
        .containsSubsequence("MapIterationFailed", "MapStateFailed", "MapStateExited");
  }

  @Test
  void a_map_whose_own_result_has_no_place_catches_it_under_its_own_name() {
    Started started =
        run(
            "{'Type':'Map','ItemsPath':'$.items','ResultPath':'$.items.x','ItemProcessor':{"
                + "'StartAt':'I','States':{'I':{'Type':'Pass','End':true}}},"
                + CATCH.formatted("States.ALL")
                + ",'End':true}",
            "{\"items\":[1]}");
    assertThat(caught(started)).isEqualTo("States.ResultPathMatchFailure");
    assertThat(
            Objects.requireNonNull(started.execution().output())
                .value()
                .at("/caught/Cause")
                .asText())
        .contains("state 'S'");
  }

  @Test
  void a_missed_heartbeat_is_a_time_out_that_either_name_catches() {
    for (String name : List.of("States.HeartbeatTimeout", "States.Timeout")) {
      Started started =
          run(
              "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
                  + "'Parameters':{'QueueUrl':'q','MessageBody':'b'},'HeartbeatSeconds':5,"
                  + CATCH.formatted(name)
                  + ",'End':true}",
              "{}");
      assertThat(caught(started)).isEqualTo("States.Timeout");
    }
  }

  @Test
  void a_time_out_of_the_task_is_no_missed_heartbeat() {
    Started started =
        run(
            "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
                + "'Parameters':{'QueueUrl':'q','MessageBody':'b'},'TimeoutSeconds':5,"
                + CATCH.formatted("States.HeartbeatTimeout")
                + ",'End':true}",
            "{}");
    assertThat(started.execution().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void seconds_by_path_are_read_from_the_filtered_input() {
    Started started =
        run(
            "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','InputPath':'$.inner',"
                + "'TimeoutSecondsPath':'$.seconds','Parameters':{'FunctionName':'f'},'End':true}",
            "{\"inner\":{\"seconds\":9}}");
    assertThat(started.execution().status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void an_execution_out_of_time_says_so_in_its_last_event_only() {
    String machine =
        "{\"StartAt\":\"S\",\"TimeoutSeconds\":3,\"States\":{\"S\":{\"Type\":\"Wait\","
            + "\"Seconds\":25,\"End\":true}}}";
    Started started = start(machine, "{}");
    assertThat(started.execution().status()).isEqualTo(Status.TIMED_OUT);
    assertThat(started.execution().error()).isNull();
    assertThat(started.run().history().getLast().details())
        .isEqualTo(new Details.Failed("States.Timeout", null));
    assertThat(started.run().history()).hasSize(3);
  }

  private static String task(String field, String error) {
    return "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Parameters':{"
        + "'FunctionName':'f','Payload':[1]},"
        + field
        + ","
        + CATCH.formatted(error)
        + ",'End':true}";
  }

  private static Started run(String state, String input) {
    boolean leads = state.contains("'Done'");
    String machine =
        "{'StartAt':'S','States':{'S':%s%s}}"
            .formatted(state, leads ? ",'Done':{'Type':'Succeed'}" : "");
    return start(machine.replace('\'', '"'), input);
  }

  private static Started start(String definition, String input) {
    return Started.of(definition, input, ECHO).after(Duration.ofMinutes(5));
  }

  private static String caught(Started started) {
    Execution execution = started.execution();
    assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
    return Objects.requireNonNull(execution.output()).value().at("/caught/Error").asText();
  }
}
