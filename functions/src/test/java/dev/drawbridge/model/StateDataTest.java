package dev.drawbridge.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.onboarding.ClaimOutcome;
import dev.drawbridge.onboarding.WaitForConsumer;
import dev.drawbridge.runtime.Json;
import org.junit.jupiter.api.Test;

/** What the state machine selects must be in the JSON, null or not. */
class StateDataTest {
  @Test
  void a_claim_without_a_past_still_names_every_field() {
    assertThat(written(new ClaimOutcome("CLAIMED", 1, "run", null, null)))
        .contains("\"acceptedEndpointId\":null", "\"result\":null");
  }

  @Test
  void an_earlier_result_is_an_object_and_not_a_text() {
    assertThat(written(new ClaimOutcome("ONBOARDED", 1, "run", null, "{\"status\":\"ok\"}")))
        .contains("\"result\":{\"status\":\"ok\"}");
  }

  @Test
  void a_task_token_is_a_plain_text_and_never_printed() {
    WaitForConsumer.Input input =
        read(
            """
            {"taskToken": "secret", "databaseIdentifier": "orders",
             "consumerAccountId": "222222222222", "executionArn": "run", "serviceId": "s",
             "serviceName": "n", "availabilityZoneIds": [], "acceptedEndpointId": null,
             "message": "m", "fromAnOlderRelease": true}
            """,
            WaitForConsumer.Input.class);
    assertThat(input.taskToken().value()).isEqualTo("secret");
    assertThat(input.toString()).doesNotContain("secret");
  }

  @Test
  void a_time_out_is_read_without_a_cause() {
    assertThat(read("{\"Error\": \"States.Timeout\"}", Failure.class))
        .isEqualTo(new Failure("States.Timeout", null));
  }

  @Test
  void enforcement_is_spelled_as_in_the_request() {
    assertThat(written(Enforcement.ON)).isEqualTo("\"on\"");
  }

  private static String written(Object value) {
    return new String(Json.LENIENT.write(value), UTF_8);
  }

  private static <T> T read(String json, Class<T> type) {
    return Json.LENIENT.read(json.getBytes(UTF_8), type);
  }
}
