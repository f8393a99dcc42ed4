package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The function of consumer/probe.yaml, against servers on this machine. */
class ProbeFunctionTest {
  /** What CloudFormation takes of a function that stands in a template. */
  private static final int MOST = 4096;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CALL =
      "import index, json, sys; print(json.dumps(index.handler(json.loads(sys.argv[1]), None)))";

  @TempDir private Path home;

  @BeforeEach
  void unpack() throws IOException {
    String code = code();
    assertThat(code.length()).isLessThan(MOST);
    Files.writeString(home.resolve("index.py"), code);
  }

  @Test
  void each_port_and_the_names_of_its_certificate_are_looked_at() throws Exception {
    try (TlsServer postgres = new TlsServer(home, false);
        TlsServer mysql = new TlsServer(home, true)) {
      JsonNode good = probe("localhost", "" + postgres.port(), "postgres", "");
      assertThat(good.path("ok").asBoolean()).as("%s", good).isTrue();
      assertThat(good.toString())
          .contains("localhost is 127.0.0.1", postgres.port() + " answers", "names localhost")
          .contains("only reads: that takes a login");
      assertThat(probe("localhost", "" + mysql.port(), "mysql", "").path("ok").asBoolean())
          .isTrue();
      JsonNode other = probe("127.0.0.1", "" + postgres.port(), "postgres", "");
      assertThat(other.path("ok").asBoolean()).isFalse();
      assertThat(other.toString()).contains("is for localhost, orders.example.com");
    }
  }

  @Test
  void with_a_root_the_certificate_itself_is_judged() throws Exception {
    try (TlsServer server = new TlsServer(home, false)) {
      JsonNode good = probe("localhost", "" + server.port(), "postgres", server.certificate());
      assertThat(good.path("ok").asBoolean()).as("%s", good).isTrue();
      assertThat(good.toString()).contains("is that of localhost");
      JsonNode wrong = probe("127.0.0.1", "" + server.port(), "postgres", server.certificate());
      assertThat(wrong.path("ok").asBoolean()).as("%s", wrong).isFalse();
      assertThat(wrong.toString()).contains("TLS on port");
    }
  }

  @Test
  void a_port_that_does_not_answer_and_a_name_that_nobody_knows_are_failures() throws Exception {
    int shut;
    try (ServerSocket once = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      shut = once.getLocalPort();
    }
    JsonNode closed = probe("localhost", "" + shut, "postgres", "");
    assertThat(closed.path("ok").asBoolean()).isFalse();
    assertThat(closed.toString()).contains("port " + shut + " does not answer");
    JsonNode nobody = probe("orders.invalid", "5432", "postgres", "");
    assertThat(nobody.path("ok").asBoolean()).isFalse();
    assertThat(nobody.toString()).contains("orders.invalid does not resolve");
  }

  private JsonNode probe(String name, String ports, String engine, String root)
      throws IOException, InterruptedException {
    String event =
        JSON.writeValueAsString(
            Map.of("name", name, "ports", ports, "engine", engine, "root", root));
    Process process =
        new ProcessBuilder("python3", "-c", CALL, event)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .start();
    String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(says).isZero();
    return JSON.readTree(says);
  }

  /** The block below ZipFile, without its indentation. */
  private static String code() throws IOException {
    return Files.readString(Path.of("..", "consumer", "probe.yaml"))
        .lines()
        .dropWhile(line -> !line.contains("ZipFile: |"))
        .skip(1)
        .takeWhile(line -> line.isBlank() || line.startsWith("          "))
        .map(line -> line.isBlank() ? "" : line.substring(10))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
