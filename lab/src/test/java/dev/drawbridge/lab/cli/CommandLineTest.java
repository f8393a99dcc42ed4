package dev.drawbridge.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a command line is said in one line, before anything starts. */
@Tag("alone")
class CommandLineTest {
  /** Where every lab serves its names. */
  private static final InetSocketAddress RESOLVER = new InetSocketAddress("127.20.0.2", 10053);

  private record Answer(int exitCode, String error) {}

  @ParameterizedTest
  @ValueSource(strings = {"80000", "-1", "x", "65536"})
  void a_port_that_is_none_is_refused_with_the_bounds(String port) {
    Answer answer = run("lab", "--port", port);

    assertRefused(answer, 2, "--port", "'" + port + "' is not a port; give one from 0 to 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--report", "--timeline"})
  void a_file_in_no_directory_is_refused_before_the_demo(String option, @TempDir Path directory) {
    Path file = directory.resolve("missing/file");

    Answer answer = run("demo", option, file.toString());

    assertRefused(answer, 2, option, "there is no directory " + file.getParent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--report", "--timeline"})
  void a_directory_is_no_file_to_write(String option, @TempDir Path directory) {
    assertRefused(run("demo", option, directory.toString()), 2, "it is a directory");
  }

  @ParameterizedTest
  @CsvSource({
    "demo --engine oracle,ORACLE",
    "demo --dealys lab,--dealys",
    "bench failover --runs 0,1 or more",
    "bench kills --runs 0,1 or more",
    "bench failover --picture target/x.svg,--surface",
    "bench failover --runs x,'x' is not a whole number",
    "demo --seed 1.5,'1.5' is not a whole number",
    "demo --report=,a file needs a name",
    "bench failover --policy nonsense,'Drawbridge, every event lost'",
    "approv 1,did you mean approve",
    "'',lab"
  })
  void other_mistakes_are_one_line_too(String line, String named) {
    Answer answer = run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.error()).containsIgnoringCase(named).hasLineCount(1);
  }

  @Test
  void a_port_that_somebody_listens_on_is_named_before_the_databases_start() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

      Answer answer = run("lab", "--port", Integer.toString(taken.getLocalPort()));

      assertRefused(
          answer, 1, "127.0.0.1:" + taken.getLocalPort(), "choose another port with --port");
    }
  }

  @Test
  void a_second_lab_on_the_machine_is_told_which_address_is_taken() throws IOException {
    try (ServerSocket other = new ServerSocket();
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      other.bind(RESOLVER);

      // Its ports are taken too; the address is what is said.
      String port = Integer.toString(taken.getLocalPort());
      assertRefused(
          run("lab", "--port", port), 1, "127.20.0.2:10053 is taken", "stop the other lab");
    }
  }

  @Test
  void an_answer_without_a_region_says_what_to_set() throws Exception {
    assertRefused(process(Map.of(), "approve", "42"), 1, "no AWS region found; set AWS_REGION");
  }

  @Test
  void an_answer_without_credentials_says_what_to_set() throws Exception {
    Answer answer = process(Map.of("AWS_REGION", "eu-central-1"), "deny", "42");

    assertRefused(answer, 1, "no AWS credentials found; set AWS_ACCESS_KEY_ID");
  }

  @Test
  void an_api_that_does_not_answer_is_named() throws Exception {
    Map<String, String> anybody =
        Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "key",
            "AWS_SECRET_ACCESS_KEY", "secret");
    assertRefused(
        process(anybody, "approve", "42", "--api", "http://127.0.0.1:1"),
        1,
        "no answer from http://127.0.0.1:1/approvals/42: nobody listens there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:4567", "localhost:4567", "http:/x", "ftp://h/"})
  void an_address_that_is_no_url_says_what_to_give(String api) throws Exception {
    Answer answer = runWithKeys("status", "--api", api);

    assertRefused(answer, 1, "'" + api + "' is not the address of an API", "http://127.0.0.1:4567");
  }

  @Test
  void a_folder_without_recordings_proves_nothing(@TempDir Path empty) {
    assertRefused(run("conformance", empty.toString()), 2, "holds no case");
  }

  @Test
  void help_is_a_command_too() {
    StringWriter out = new StringWriter();
    int exitCode =
        Drawbridge.execute(
            new PrintWriter(out), new PrintWriter(new StringWriter()), "help", "demo");
    assertThat(exitCode).isZero();
    assertThat(out.toString()).contains("Usage: drawbridge demo");
  }

  @Test
  void a_stack_trace_is_for_those_who_ask_for_it() throws Exception {
    assertThat(process(Map.of(), "approve", "42", "--verbose").error())
        .startsWith("drawbridge: no AWS region found")
        .contains("\tat dev.drawbridge.lab.cli.");
  }

  @Test
  void the_launcher_refuses_a_wrong_option_before_it_builds() throws Exception {
    Path launcher = Path.of("..", "drawbridge").toRealPath();

    Answer port = finish(new ProcessBuilder(launcher.toString(), "lab", "--port", "80000"));
    Answer report =
        finish(new ProcessBuilder(launcher.toString(), "demo", "--report=/no/such/file"));
    Answer nameless = finish(new ProcessBuilder(launcher.toString(), "demo", "--report="));

    assertRefused(port, 2, "'80000' is not a port; give one from 0 to 65535");
    assertRefused(report, 2, "--report: '/no/such/file' cannot be written");
    assertRefused(nameless, 2, "--report: '' cannot be written");
  }

  private static void assertRefused(Answer answer, int exitCode, String... parts) {
    assertThat(answer.error()).contains(parts).startsWith("drawbridge: ").hasLineCount(1);
    assertThat(answer.exitCode()).isEqualTo(exitCode);
  }

  private static Answer runWithKeys(String... arguments) {
    Map<String, String> keys =
        Map.of(
            "aws.region", "eu-central-1",
            "aws.accessKeyId", "key",
            "aws.secretAccessKey", "secret");
    try {
      keys.forEach(System::setProperty);
      return run(arguments);
    } finally {
      keys.keySet().forEach(System::clearProperty);
    }
  }

  private static Answer run(String... arguments) {
    StringWriter err = new StringWriter();
    int exitCode = Drawbridge.execute(new PrintWriter(err), arguments);
    return new Answer(exitCode, err.toString());
  }

  /** In a process of its own, whose environment has nothing of AWS but these variables. */
  private static Answer process(Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Drawbridge.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    builder.environment().put("AWS_CONFIG_FILE", "/dev/null");
    builder.environment().put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    builder.environment().putAll(variables);
    return finish(builder);
  }

  private static Answer finish(ProcessBuilder builder) throws IOException, InterruptedException {
    Path output = Files.createTempFile("drawbridge-", ".err");
    try {
      Process process =
          builder
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(output.toFile())
              .start();
      int exitCode = process.waitFor();
      return new Answer(exitCode, Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }
}
