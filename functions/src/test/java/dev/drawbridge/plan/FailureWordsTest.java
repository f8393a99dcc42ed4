package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Failure;
import org.junit.jupiter.api.Test;

class FailureWordsTest {
  @Test
  void a_workers_message_is_unpacked() {
    Failure failure =
        new Failure(
            "dev.drawbridge.error.Conflict",
            "{\"errorMessage\":\"port taken\",\"errorType\":\"dev.drawbridge.error.Conflict\"}");
    assertThat(FailureWords.message(failure)).isEqualTo("port taken");
    assertThat(FailureWords.state(failure)).isEqualTo(ClaimState.FAILED);
  }

  @Test
  void a_childs_message_is_unpacked_twice() {
    Failure failure =
        new Failure(
            "States.TaskFailed",
            "{\"Error\":\"x\",\"Cause\":\"{\\\"errorMessage\\\":\\\"no writer\\\"}\"}");
    assertThat(FailureWords.message(failure)).isEqualTo("no writer");
  }

  @Test
  void a_time_out_has_no_cause_and_means_expiry() {
    Failure failure = new Failure("States.Timeout", null);
    assertThat(FailureWords.message(failure)).isEqualTo("nobody came in time");
    assertThat(FailureWords.state(failure)).isEqualTo(ClaimState.EXPIRED);
  }

  @Test
  void plain_words_stay_as_they_are() {
    assertThat(FailureWords.message(new Failure("Denied", "bob denied it")))
        .isEqualTo("bob denied it");
  }
}
