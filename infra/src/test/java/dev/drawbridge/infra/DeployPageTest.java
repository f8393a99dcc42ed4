package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/deploy.md tells people to type, and to look for, is what the template has. */
class DeployPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Set<String> CDK_COMMANDS =
      Set.of("synth", "bootstrap", "diff", "deploy", "destroy");

  private final String page;

  DeployPageTest() throws IOException {
    page = Files.readString(ROOT.resolve("docs/deploy.md"));
  }

  @Test
  void the_settings_of_the_page_are_those_of_the_application() {
    assertThat(column("Setting")).containsExactlyElementsOf(Setting.names());
    assertThat(found("-c (\\w+)=")).isEqualTo(Set.of("approvers", "operators"));
  }

  @Test
  void the_example_of_a_landing_zone_synthesises() throws IOException {
    String example = page.substring(page.indexOf("```json") + 7);
    JsonNode file =
        new ObjectMapper().readTree("{" + example.substring(0, example.indexOf("```")) + "}");
    Map<String, Object> context = new TreeMap<>();
    file.path("context").properties().forEach(e -> context.put(e.getKey(), e.getValue().asText()));
    assertThat(Synthesized.templates(context)).containsKey("payments-db-provider");
  }

  @Test
  void no_parameter_of_the_template_could_change_without_a_new_version() {
    assertThat(Synthesized.section("Parameters")).containsOnlyKeys("BootstrapVersion");
  }

  @Test
  void the_outputs_of_the_page_are_those_of_the_template() {
    assertThat(column("Output")).isEqualTo(new TreeSet<>(Synthesized.section("Outputs").keySet()));
  }

  @Test
  void the_alarms_of_the_page_are_those_of_the_template() {
    assertThat(column("Alarm"))
        .isEqualTo(
            Synthesized.resources("AWS::CloudWatch::Alarm").keySet().stream()
                .map(id -> id.replaceAll("[0-9A-F]{8}$", ""))
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(page).contains("table above, %d, each".formatted(column("Alarm").size()));
  }

  @Test
  void every_command_of_the_page_exists() throws IOException {
    assertThat(commands()).isNotEmpty().allSatisfy(this::assertExists);
    JsonNode tools = new ObjectMapper().readTree(ROOT.resolve("package.json").toFile());
    assertThat(tools.path("devDependencies").has("aws-cdk")).isTrue();
  }

  @Test
  void every_path_of_the_page_exists_or_is_built() {
    assertThat(found("`((?:infra|docs|workflows|lab)/[\\w./-]+)`"))
        .isNotEmpty()
        .allMatch(path -> path.contains("/target/") || Files.exists(ROOT.resolve(path)));
  }

  @Test
  void the_stacks_of_the_page_are_those_of_the_application_in_the_order_of_deployment() {
    assertThat(listed("Stack")).containsExactlyElementsOf(Synthesized.templates().keySet());
    assertThat(page).contains("infra/target/cdk.out/STACK.template.json");
  }

  private void assertExists(String command) {
    if (command.startsWith("npx cdk ")) {
      assertThat(CDK_COMMANDS).contains(command.split(" ", -1)[2]);
    } else if (command.startsWith("infra/")) {
      assertThat(ROOT.resolve(command.split(" ", -1)[0])).isExecutable();
    } else {
      assertThat(command)
          .matches("mvn package -DskipTests|npm ci|cd infra && npx cdk synth --quiet -c .*");
    }
  }

  /** Indented lines, and commands within sentences. */
  private Set<String> commands() {
    return Stream.of("(?m)^    (\\S.*)$", "`(npx cdk [^`]+)`", "`(infra/[\\w-]+)`")
        .flatMap(pattern -> found(pattern).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names in the first column of the table with that heading. */
  private Set<String> column(String heading) {
    return new TreeSet<>(listed(heading));
  }

  private List<String> listed(String heading) {
    String table = page.substring(page.indexOf("| " + heading + " |"));
    return table
        .substring(0, table.indexOf("\n\n"))
        .lines()
        .skip(2)
        .map(row -> row.substring(0, row.indexOf('|', 1)))
        .flatMap(cell -> Pattern.compile("`([\\w-]+)`").matcher(cell).results())
        .map(match -> match.group(1))
        .toList();
  }

  private Set<String> found(String pattern) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
