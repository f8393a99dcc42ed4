package dev.drawbridge.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.error.Refusal;
import dev.drawbridge.engine.history.HistoryEntry;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.task.TaskPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an execution passes through time. */
class RunTest {
  private static final String WAIT =
      """
      {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 1209600, "End": true}}}
      """;
  private static final TaskPort ECHO =
      (request, completion) -> completion.succeeded(Payload.of(request.arguments()));

  @Test
  void a_wait_of_fourteen_days_ends_on_the_virtual_clock() {
    Started started = Started.of(WAIT, "{}", ECHO).after(Duration.ofDays(13));
    assertThat(started.execution().status()).isEqualTo(Status.RUNNING);
    started.after(Duration.ofDays(2));
    assertThat(started.execution().status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void an_execution_ends_at_its_own_time_out() {
    String limited = WAIT.replaceFirst("\\{", "{\"TimeoutSeconds\": 60, ");
    Started started = Started.of(limited, "{}", ECHO).after(Duration.ofSeconds(61));
    assertThat(started.execution().status()).isEqualTo(Status.TIMED_OUT);
  }

  @Test
  void a_stopped_execution_stays_as_it_is() {
    Started started = Started.of(WAIT, "{}", ECHO);
    started.run().stop("E", "C");
    started.run().stop("F", "D");
    started.after(Duration.ofDays(15));
    assertThat(started.execution().status()).isEqualTo(Status.ABORTED);
    assertThat(started.execution().error()).isEqualTo("E");
  }

  @Test
  void who_waits_for_the_end_hears_of_it_once_even_when_it_comes_late() {
    Started started = Started.of(WAIT, "{}", ECHO);
    List<Status> heard = new ArrayList<>();
    started.run().whenEnded(() -> heard.add(started.execution().status()));
    started.after(Duration.ofDays(15));
    assertThat(heard).containsExactly(Status.SUCCEEDED);
    started.run().whenEnded(() -> heard.add(started.execution().status()));
    assertThat(heard).containsExactly(Status.SUCCEEDED, Status.SUCCEEDED);
  }

  @Test
  void a_listener_hears_every_event_and_the_end() {
    Started started = Started.of(WAIT, "{}", ECHO);
    List<String> heard = new ArrayList<>();
    started
        .engine()
        .listen(
            new RunListener() {
              @Override
              public void statusChanged(Execution execution) {
                heard.add(execution.status().name());
              }

              @Override
              public void recorded(Execution execution, HistoryEntry entry) {
                heard.add(entry.type());
              }
            });
    started.after(Duration.ofDays(15));
    assertThat(heard)
        .containsExactly("WaitStateEntered", "WaitStateExited", "ExecutionSucceeded", "SUCCEEDED");
  }

  @Test
  void the_text_of_the_input_reaches_the_first_state_and_the_first_state_of_every_branch() {
    String nested =
        """
        {"StartAt": "Outer", "States": {"Outer": {"Type": "Parallel", "Next": "After", "Branches": [
          {"StartAt": "Inner", "States": {"Inner": {"Type": "Parallel", "End": true, "Branches": [
            {"StartAt": "Leaf", "States": {"Leaf": {"Type": "Pass", "End": true}}}]}}},
          {"StartAt": "First", "States": {
            "First": {"Type": "Pass", "Next": "Second"},
            "Second": {"Type": "Pass", "End": true}}},
          {"StartAt": "Chosen", "States": {"Chosen": {"Type": "Parallel", "InputPath": "$[0]",
            "End": true, "Branches": [
              {"StartAt": "Part", "States": {"Part": {"Type": "Pass", "End": true}}}]}}}]},
          "After": {"Type": "Succeed"}}}
        """;
    Started started = Started.of(nested, "[ [1, 2], 3 ]", ECHO).after(Duration.ofMinutes(1));
    assertThat(started.entered("Outer")).containsExactly("[ [1, 2], 3 ]");
    assertThat(started.entered("Inner")).containsExactly("[ [1, 2], 3 ]");
    assertThat(started.entered("Leaf")).containsExactly("[ [1, 2], 3 ]");
    assertThat(started.entered("First")).containsExactly("[ [1, 2], 3 ]");
    assertThat(started.entered("Second")).containsExactly("[[1,2],3]");
    assertThat(started.entered("Part")).containsExactly("[1,2]");
    assertThat(started.entered("After")).containsExactly("[[[[1,2],3]],[[1,2],3],[[1,2]]]");
  }

  @Test
  void an_input_that_is_not_JSON_is_refused() {
    assertThatThrownBy(() -> Engine.input("{} {}"))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("Invalid State Machine Execution Input: '");
  }
}
