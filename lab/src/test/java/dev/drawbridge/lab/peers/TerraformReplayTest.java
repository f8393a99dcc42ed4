package dev.drawbridge.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.wire.HttpCall;
import dev.drawbridge.simulator.wire.HttpReply;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/**
 * What Terraform's AWS provider asked when it applied, planned and destroyed the module beside the
 * recording (terraform/run.py wrote it), asked again: every answer has the status that it had.
 */
class TerraformReplayTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The same as in run.py: what the world names anew in each run. */
  private static final Pattern IDS =
      Pattern.compile("(?:vpc|subnet|sg|sgr|rtb|vpce-svc)-[0-9a-f]{17}|(?<=/)[0-9a-f]{16}\\b");

  /** As {@link ServedWorld} has it, where the calls were recorded. */
  private static final long DIVISOR = 60;

  private final Scenario scenario = Scenario.virtual(1, Settings.published().dividedBy(DIVISOR));
  private final Map<String, String> renamed = new HashMap<>();

  @Test
  void every_call_is_answered_as_it_was() throws IOException, URISyntaxException {
    scenario
        .provider()
        .database(
            NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                .readers(2)
                .parameter("max_connect_errors", "1000000"));
    double now = 0;
    int number = 0;
    for (String line : calls()) {
      JsonNode call = JSON.readTree(line);
      double at = call.path("at").asDouble();
      scenario.world().scheduler().pause(Duration.ofMillis(Math.round((at - now) * 1000)));
      now = at;
      HttpReply reply = scenario.world().door().handle(request(call));
      String answer = reply.body().asUtf8String();
      assertThat(reply.status())
          .as("call %d: %s%n%s", ++number, line, answer)
          .isEqualTo(call.path("status").asInt());
      learn(call.path("ids"), answer);
    }
    assertThat(number).isGreaterThan(100);
  }

  private HttpCall request(JsonNode call) {
    Map<String, String> headers = new HashMap<>();
    headers.put(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=%s/20260101/%s/%s/aws4_request"
            .formatted(
                Scenario.PROVIDER.account(),
                call.path("region").asText(),
                call.path("service").asText()));
    if (call.has("target")) {
      headers.put("X-Amz-Target", call.path("target").asText());
    }
    return new HttpCall(
        call.path("method").asText(),
        rename(call.path("path").asText()),
        headers,
        SdkBytes.fromUtf8String(rename(call.path("body").asText())));
  }

  private String rename(String text) {
    String result = text;
    for (Map.Entry<String, String> entry : renamed.entrySet()) {
      result = result.replace(entry.getKey(), entry.getValue());
    }
    return result;
  }

  /** The ids of an answer stand where those of the recorded one stood. */
  private void learn(JsonNode recorded, String answer) {
    Matcher found = IDS.matcher(answer);
    for (JsonNode id : recorded) {
      if (!found.find()) {
        break;
      }
      renamed.putIfAbsent(id.asText(), found.group());
    }
  }

  private List<String> calls() throws IOException, URISyntaxException {
    URL file = Objects.requireNonNull(getClass().getResource("/peers/terraform/calls.jsonl"));
    return Files.readAllLines(Path.of(file.toURI()));
  }
}
