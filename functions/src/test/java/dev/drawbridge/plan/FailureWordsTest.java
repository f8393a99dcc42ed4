package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(child("\"Error\":\"x\",\"Cause\":\"{\\\"errorMessage\\\":\\\"no writer\\\"}\""))
        .isEqualTo("arn:run failed: no writer");
  }

  @Test
  void a_child_that_is_stopped_or_runs_out_of_time_has_no_error() {
    assertThat(child("\"Status\":\"TIMED_OUT\"")).isEqualTo("arn:run ended as TIMED_OUT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lambda.Unknown|The cause could not be determined. Returned payload: {"a": 1}|The cause could not be determined
          Lambda.ServiceException||it ended with Lambda.ServiceException
          java.lang.NullPointerException|{"errorMessage": "java.util.Map is null"}|a worker met a defect, which its log tells of
          dev.drawbridge.error.Conflict|{"errorMessage": "port 1\\n taken."}|port 1 taken
          States.Timeout||a task did not end in time
          """)
  void whatever_the_cause_it_becomes_a_sentence(String error, String cause, String words) {
    assertThat(FailureWords.message(new Failure(error, cause))).isEqualTo(words);
  }

  private static String child(String fields) {
    return FailureWords.message(
        new Failure("States.TaskFailed", "{\"ExecutionArn\":\"arn:run\",%s}".formatted(fields)));
  }

  @Test
  void a_time_out_has_no_cause_and_means_expiry() {
    Failure failure = new Failure("States.Timeout", null);
    assertThat(FailureWords.ofWait(failure)).isEqualTo("nobody came in time");
    assertThat(FailureWords.state(failure)).isEqualTo(ClaimState.EXPIRED);
  }

  @Test
  void plain_words_stay_as_they_are() {
    assertThat(FailureWords.message(new Failure("Denied", "bob denied it")))
        .isEqualTo("bob denied it");
  }
}
