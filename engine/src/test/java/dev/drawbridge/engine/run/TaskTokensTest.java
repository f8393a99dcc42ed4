package dev.drawbridge.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.error.Refusal;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What callbacks are taken, and which are refused. */
class TaskTokensTest {
  private static final String ASKING =
      """
      {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true, "TimeoutSeconds": 60,
        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"QueueUrl": "q", "MessageBody": "b"}}}}
      """;

  private final List<String> tokens = new ArrayList<>();
  private final Started started =
      Started.of(
              ASKING,
              "{}",
              (request, completion) -> {
                tokens.add(Objects.requireNonNull(request.token()));
                completion.succeeded(Payload.of(request.arguments()));
              })
          .after(Duration.ofSeconds(1));

  @Test
  void the_message_being_out_does_not_end_the_task_and_the_callback_does() {
    assertThat(started.execution().status()).isEqualTo(Status.RUNNING);
    started.engine().tokens().succeed(tokens.getFirst(), "{\"yes\": true}");
    started.after(Duration.ofSeconds(1));
    assertThat(Objects.requireNonNull(started.execution().output()).text())
        .isEqualTo("{\"yes\":true}");
  }

  @Test
  void an_output_that_is_not_JSON_is_refused_and_the_task_waits_on() {
    assertThatThrownBy(() -> started.engine().tokens().succeed(tokens.getFirst(), "yes"))
        .satisfies(reason(Refusal.Reason.INVALID_OUTPUT));
    assertThat(started.execution().status()).isEqualTo(Status.RUNNING);
  }

  @Test
  void a_token_that_never_was_is_refused() {
    assertThatThrownBy(() -> started.engine().tokens().heartbeat("made up"))
        .satisfies(reason(Refusal.Reason.INVALID_TOKEN));
  }

  @Test
  void a_callback_after_the_time_out_is_refused() {
    started.after(Duration.ofMinutes(2));
    assertThat(started.execution().error()).isEqualTo("States.Timeout");
    assertThatThrownBy(() -> started.engine().tokens().fail(tokens.getFirst(), "E", null))
        .satisfies(reason(Refusal.Reason.TASK_TIMED_OUT));
  }

  private static java.util.function.Consumer<Throwable> reason(Refusal.Reason expected) {
    return error -> assertThat(((Refusal) error).reason()).isEqualTo(expected);
  }
}
