package dev.drawbridge.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.error.Refusal;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.task.TaskPort;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a redrive takes up again. */
class RedriveTest {
  private static final String TASK =
      """
      {"StartAt": "Task", "States": {"Task": {"Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {"FunctionName": "worker"}, "End": true}}}
      """;

  private boolean healthy;
  private final TaskPort worker =
      (request, completion) -> {
        if (healthy) {
          completion.succeeded(Payload.of(request.arguments()));
        } else {
          completion.failed("NotReady", "later");
        }
      };

  @Test
  void a_redrive_takes_the_failed_task_up_again() {
    Started started = Started.of(TASK, "{}", worker).after(Duration.ofMinutes(1));
    assertThat(started.execution().status()).isEqualTo(Status.FAILED);

    healthy = true;
    started.run().redrive();
    started.after(Duration.ofMinutes(1));

    assertThat(started.execution().status()).isEqualTo(Status.SUCCEEDED);
    assertThat(started.execution().redriveCount()).isEqualTo(1);
    assertThat(started.types())
        .containsSubsequence(
            "TaskFailed", "ExecutionFailed", "ExecutionRedriven", "TaskScheduled", "TaskSucceeded");
    assertThatThrownBy(started.run()::redrive)
        .hasMessage("Execution is SUCCEEDED and cannot be redriven");
  }

  @Test
  void the_state_that_is_taken_up_again_knows_of_the_redrive() {
    String counting =
        TASK.replace(
            "\"worker\"}", "\"worker\", \"Payload\": {\"n.$\": \"$$.Execution.RedriveCount\"}}");
    Started started = Started.of(counting, "{}", worker).after(Duration.ofMinutes(1));
    healthy = true;
    started.run().redrive();
    started.after(Duration.ofMinutes(1));
    assertThat(started.execution().output())
        .extracting(output -> output.value().at("/Payload/n").asInt())
        .isEqualTo(1);
  }

  @Test
  void a_redrive_takes_only_the_unfinished_iterations_up_again() {
    String map =
        """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "MaxConcurrency": 1,
          "ItemProcessor": {"StartAt": "Kind", "States": {
            "Kind": {"Type": "Choice", "Default": "Work", "Choices": [
              {"Variable": "$", "StringEquals": "easy", "Next": "Done"}]},
            "Work": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": {"FunctionName": "worker"}, "Next": "Done"},
            "Done": {"Type": "Succeed"}}}}}}
        """;
    Started started =
        Started.of(map, "[\"easy\", \"hard\", \"hard\"]", worker).after(Duration.ofMinutes(1));
    assertThat(started.execution().error()).isEqualTo("NotReady");

    healthy = true;
    started.run().redrive();
    started.after(Duration.ofMinutes(1));

    assertThat(started.execution().status()).isEqualTo(Status.SUCCEEDED);
    assertThat(started.types()).filteredOn("MapIterationStarted"::equals).hasSize(3);
    assertThat(started.types()).filteredOn("TaskScheduled"::equals).hasSize(3);
  }

  @Test
  void fourteen_days_after_its_end_an_execution_cannot_be_redriven() {
    Started started = Started.of(TASK, "{}", worker).after(Duration.ofDays(13));
    assertThat(started.run().notRedrivable()).isNull();
    started.after(Duration.ofDays(2));
    assertThatThrownBy(started.run()::redrive)
        .isInstanceOf(Refusal.class)
        .hasMessage("Execution has exceeded the redrivable period and cannot be redriven");
  }
}
