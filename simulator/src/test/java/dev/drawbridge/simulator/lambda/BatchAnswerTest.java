package dev.drawbridge.simulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Success and failure conditions", Handling errors for an SQS event source in Lambda. */
class BatchAnswerTest {
  private static final Set<String> SENT = Set.of("a", "b");

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}", "{}", "null", ""})
  void a_batch_has_succeeded(String answer) {
    assertThat(failed(answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{no JSON",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"id\":\"a\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"c\"}]}"
      })
  void a_batch_has_failed(String answer) {
    assertThat(failed(answer)).isEqualTo(SENT);
  }

  @Test
  void one_message_has_failed() {
    assertThat(failed("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}")).containsExactly("b");
  }

  @Test
  void who_reports_nothing_takes_all_unless_he_fails() {
    InvocationResult answered =
        new InvocationResult("1", "1", Optional.empty(), "{\"batchItemFailures\":[{}]}");
    assertThat(BatchAnswer.failed(answered, false, SENT)).isEmpty();
    InvocationResult threw = new InvocationResult("1", "1", Optional.of("Unhandled"), "{}");
    assertThat(BatchAnswer.failed(threw, true, SENT)).isEqualTo(SENT);
  }

  private static Set<String> failed(String answer) {
    return BatchAnswer.failed(new InvocationResult("1", "1", Optional.empty(), answer), true, SENT);
  }
}
