package dev.drawbridge.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.lambda.WarmFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmUpTest {
  @ParameterizedTest
  @ValueSource(strings = {WarmFunctions.PAYLOAD, "{ \"warmUp\" : true }"})
  void an_input_that_says_so_carries_no_task(String input) {
    assertThat(WarmUp.is(input.getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "",
        "[true]",
        "{\"warmUp\": false}",
        "{\"warmUp\": true, \"databaseIdentifier\": \"orders\"}",
        "{\"databaseIdentifier\": \"orders\"}",
        "{\"warmUp\": tr"
      })
  void any_other_input_is_a_task(String input) {
    assertThat(WarmUp.is(input.getBytes(UTF_8))).isFalse();
  }

  @Test
  void a_long_input_is_not_parsed_twice() {
    String padded = WarmFunctions.PAYLOAD + " ".repeat(200);
    assertThat(WarmUp.is(padded.getBytes(UTF_8))).isFalse();
  }
}
