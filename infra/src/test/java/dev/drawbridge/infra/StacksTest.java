package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.cxapi.CloudAssembly;

/** What one stack knows of another, and how much of what CloudFormation allows each one has. */
class StacksTest {
  /** Of a template, "AWS CloudFormation quotas"; what is left is for workers to come. */
  private static final int MOST = 450;

  /** CloudFormation takes templates of 1 MB, as they are written, indentation and all. */
  private static final long MOST_BYTES = 800_000;

  private static final Pattern API_ID = Pattern.compile("\\{\\{resolve:ssm:([^}]+)}}");

  private final Map<String, JsonNode> templates = Synthesized.templates();

  @Test
  void every_stack_has_room_for_more() {
    templates.forEach(
        (stack, template) -> {
          int resources = template.path("Resources").size();
          System.out.printf("%s: %d resources of 500%n", stack, resources);
          assertThat(resources).as(stack).isPositive().isLessThanOrEqualTo(MOST);
        });
  }

  @Test
  void every_template_as_it_is_written_is_shorter_than_cloudformation_takes() {
    App app = Synthesized.app();
    Synthesized.installation(app);
    CloudAssembly written = app.synth();
    assertThat(written.getStacks())
        .hasSize(templates.size())
        .allSatisfy(
            stack -> {
              long bytes = Files.size(Path.of(written.getDirectory(), stack.getTemplateFile()));
              System.out.printf("%s: %d bytes of 1000000%n", stack.getStackName(), bytes);
              assertThat(bytes).as(stack.getStackName()).isPositive().isLessThan(MOST_BYTES);
            });
  }

  @Test
  void no_stack_locks_what_another_uses() {
    assertThat(templates.toString()).doesNotContain("Fn::ImportValue", "\"Export\"");
  }

  @Test
  void every_id_that_is_looked_up_is_kept_by_a_stack_that_is_deployed_before() {
    List<String> kept =
        Synthesized.resources("AWS::SSM::Parameter").values().stream()
            .map(parameter -> parameter.at("/Properties/Name").asText())
            .toList();
    assertThat(API_ID.matcher(text("provider")).results().map(found -> found.group(1)).distinct())
        .containsExactlyInAnyOrderElementsOf(kept);
    assertThat(text("api")).doesNotContain("{{resolve");
    assertThat(text("observability")).doesNotContain("{{resolve");
  }

  @Test
  void what_alarms_watch_exists_by_that_name() {
    String others = text("provider") + text("api");
    Synthesized.properties("AWS::CloudWatch::Alarm")
        .flatMap(alarm -> alarm.path("Dimensions").findValuesAsText("Value").stream())
        .filter(value -> !value.isEmpty())
        .map(value -> value.replace(":live", ""))
        .forEach(value -> assertThat(others).contains("\"" + value + "\""));
  }

  /** In China and GovCloud there is nothing of these names. */
  @Test
  void nothing_names_the_common_partition() {
    assertThat(templates.toString()).doesNotContain("arn:aws:");
  }

  private String text(String purpose) {
    return Objects.requireNonNull(templates.get("drawbridge-" + purpose)).toString();
  }
}
