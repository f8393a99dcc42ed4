package dev.drawbridge.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases that were recorded from AWS Step Functions. */
class ConformanceTest {
  private static final Path CASES = Path.of("src/test/resources/conformance/asl");
  private static List<Verdict> verdicts = List.of();

  @BeforeAll
  static void run() {
    verdicts = Conformance.run(CASES);
  }

  @Test
  void every_history_that_is_run_is_the_one_that_AWS_recorded() {
    assertThat(verdicts).filteredOn(verdict -> verdict.result() == Verdict.Result.FAILED).isEmpty();
    assertThat(Conformance.count(verdicts, Verdict.Result.PASSED)).isGreaterThanOrEqualTo(245);
  }

  @Test
  void only_variables_distributed_maps_and_JSONata_are_refused() {
    assertThat(verdicts)
        .filteredOn(verdict -> verdict.result() == Verdict.Result.REFUSED)
        .isNotEmpty()
        .allSatisfy(
            verdict ->
                assertThat(verdict.reason())
                    .startsWith("UnsupportedDefinition: ")
                    .containsAnyOf("variables", "Distributed Map", "JSONata"));
  }

  @Test
  void a_wrong_recording_fails_the_run(@TempDir Path folder) throws IOException {
    String recorded = Files.readString(CASES.resolve("base/base.state_pass_result.json"));
    Files.writeString(folder.resolve("a.json"), recorded.replace("\"argument1\"", "\"other\""));
    Files.writeString(
        folder.resolve("b.json"),
        recorded.replaceFirst(
            "\"output\": \\{\\s*\"Arg1\": \"argument1\"", "\"output\": {\"Arg1\": 2"));

    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int status =
        Conformance.report(
            Conformance.run(folder), new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(status).isEqualTo(1);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("FAILED b: ")
        .endsWith("1 passed, 1 failed, 0 refused\n");
  }
}
