package dev.drawbridge.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LabPeopleTest {
  private static final URI API = URI.create("http://127.0.0.1:4567");
  private static final String SAID =
      "printenv DRAWBRIDGE_API AWS_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN";

  @Test
  void one_line_for_a_shell_makes_it_one_of_the_people() throws IOException {
    LabPeople people = LabPeople.of(Scenario.virtual(1));
    Map<String, String> lines = people.lines(API, "eu-central-1");

    assertThat(lines)
        .containsOnlyKeys(
            "Ada, who owns databases",
            "Grace, who approves",
            "Joan, who approves",
            "the consumer's application");
    AccessKey joan = Objects.requireNonNull(people.keys().get("JOAN"));
    assertThat(shell(lines.getOrDefault("Joan, who approves", "")))
        .containsExactly(
            API.toString(),
            "eu-central-1",
            joan.id(),
            joan.secret(),
            joan.sessionToken().orElseThrow());
  }

  private static List<String> shell(String line) throws IOException {
    assertThat(line).hasLineCount(1);
    Process sh = new ProcessBuilder("sh", "-c", line + "\n" + SAID).start();
    return new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
  }
}
