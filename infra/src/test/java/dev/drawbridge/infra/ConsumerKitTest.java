package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the consumer's account deploys, and the probe on ports of this machine. */
class ConsumerKitTest {
  private static final Path KIT = Path.of("..", "consumer");

  private record Probed(int exit, String says) {}

  @Test
  void a_port_that_answers_is_told_from_one_that_does_not() throws Exception {
    int shut = shutPort();
    try (ServerSocket open = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String ports = open.getLocalPort() + "," + shut;
      Probed probed = probe("127.0.0.1", ports);
      assertThat(probed.exit()).isEqualTo(1);
      assertThat(probed.says())
          .contains("ok      port " + open.getLocalPort() + " answers")
          .contains("FAILED  port " + shut + " does not answer");
      assertThat(probe("127.0.0.1", "" + open.getLocalPort()).exit()).isZero();
    }
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({"orders.example.com,many,", "orders.example.com,5432,oracle", "'',5432,"})
  void a_wrong_question_is_refused_before_anything_is_looked_at(
      String name, String ports, @Nullable String engine) throws Exception {
    Probed probed = engine == null ? probe(name, ports) : probe(name, ports, engine);
    assertThat(probed.exit()).isEqualTo(2);
    assertThat(probed.says()).startsWith("probe: ");
  }

  @Test
  void the_second_phase_asks_for_what_the_first_one_tells() throws IOException {
    assertThat(names("endpoint.yaml", "Outputs"))
        .contains("EndpointDnsName", "EndpointHostedZoneId");
    assertThat(names("names.yaml", "Parameters"))
        .contains("EndpointDnsName", "EndpointHostedZoneId", "VpcId", "Names");
  }

  @Test
  void every_parameter_of_the_page_is_one_of_its_template() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "consumer.md"));
    for (String template : List.of("endpoint.yaml", "names.yaml", "probe.yaml")) {
      String command =
          page.replace("\\\n", " ")
              .lines()
              .filter(line -> line.contains("consumer/" + template))
              .findFirst()
              .orElseThrow();
      Set<String> given =
          Pattern.compile(" (\\w+)=")
              .matcher(command)
              .results()
              .map(m -> m.group(1))
              .collect(Collectors.toSet());
      assertThat(names(template, "Parameters")).containsAll(given);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0",
        "com.amazonaws.vpce.us-gov-west-1.vpce-svc-0123456789abcdef0",
        "com.amazonaws.vpce.cn-north-1.vpce-svc-0123456789abcdef0",
        "cn.com.amazonaws.vpce.cn-north-1.vpce-svc-0123456789abcdef0"
      })
  void the_name_of_a_service_is_taken_in_every_partition(String name) throws IOException {
    String pattern =
        Pattern.compile("ServiceName:\\s+Type: String\\s+AllowedPattern: (\\S+)")
            .matcher(Files.readString(KIT.resolve("endpoint.yaml")))
            .results()
            .map(found -> found.group(1))
            .findFirst()
            .orElseThrow();
    assertThat(name).matches(pattern);
    assertThat("com.amazonaws.eu-central-1.s3").doesNotMatch(pattern);
  }

  @ParameterizedTest
  @ValueSource(strings = {"endpoint.yaml", "names.yaml", "probe.yaml"})
  void no_template_names_the_common_partition(String template) throws IOException {
    assertThat(Files.readString(KIT.resolve(template))).doesNotContain("arn:aws:");
  }

  private static int shutPort() throws IOException {
    try (ServerSocket once = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      return once.getLocalPort();
    }
  }

  /** The names in a section: the lines that are indented by two. */
  private static List<String> names(String template, String section) throws IOException {
    List<String> found = new ArrayList<>();
    boolean within = false;
    for (String line : Files.readAllLines(KIT.resolve(template))) {
      if (!line.isEmpty() && !line.startsWith(" ")) {
        within = line.equals(section + ":");
      } else if (within && line.matches("  \\w+:")) {
        found.add(line.strip().replace(":", ""));
      }
    }
    return found;
  }

  private static Probed probe(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(KIT.resolve("probe").toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Probed(process.waitFor(), says);
  }
}
