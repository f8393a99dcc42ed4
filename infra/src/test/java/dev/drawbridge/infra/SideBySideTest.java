package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.workflows.Catalogue;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Two installations of one account and region share no name, no tag and no metric. */
class SideBySideTest {
  /** What is called something by its template, rather than by CloudFormation. */
  private static final Set<String> NAMES =
      Set.of(
          "FunctionName",
          "StateMachineName",
          "TableName",
          "TopicName",
          "QueueName",
          "LogGroupName",
          "AlarmName",
          "DashboardName",
          "RoleName",
          "ConfigurationName");

  private final Map<String, JsonNode> ours = Synthesized.templates();
  private final Map<String, JsonNode> theirs = Synthesized.templates(Map.of("prefix", "payroll"));

  @Test
  void no_two_stacks_or_resources_have_the_same_name() {
    assertThat(physicalNames(ours)).hasSizeGreaterThan(2 * Catalogue.workers().size());
    assertThat(physicalNames(theirs))
        .hasSameSizeAs(physicalNames(ours))
        .doesNotContainAnyElementsOf(physicalNames(ours))
        .allMatch(
            name ->
                name.replaceFirst("^(/aws/lambda|/aws/vendedlogs/states|)/?", "")
                    .startsWith("payroll"));
    assertThat(theirs.keySet()).doesNotContainAnyElementsOf(ours.keySet());
  }

  @Test
  void nothing_of_one_speaks_of_a_name_or_tag_of_the_other() {
    assertThat(text(ours))
        .contains("aws:ResourceTag/drawbridge:managed", "loadbalancer/net/drawbridge-");
    assertThat(text(theirs))
        .contains("aws:ResourceTag/payroll:managed", "loadbalancer/net/payroll-")
        .doesNotContain(
            "drawbridge-", "drawbridge:managed", "/drawbridge/", "\"Namespace\":\"Drawbridge\"");
  }

  @Test
  void the_longest_prefix_leaves_room_for_the_longest_name_of_a_function() {
    assertThat(Catalogue.workers())
        .allMatch(
            worker -> new ResourceNames("a".repeat(14)).function(worker.name()).length() <= 64);
  }

  /** Without descriptions and log messages, which may name the product. */
  private static String text(Map<String, JsonNode> templates) {
    StringBuilder text = new StringBuilder();
    templates.values().forEach(template -> text.append(template.path("Resources")));
    return text.toString();
  }

  private static Set<String> physicalNames(Map<String, JsonNode> templates) {
    Set<String> found = new TreeSet<>();
    for (JsonNode template : templates.values()) {
      for (JsonNode resource : template.path("Resources")) {
        resource
            .path("Properties")
            .properties()
            .forEach(
                property -> {
                  boolean isName =
                      NAMES.contains(property.getKey())
                          || (property.getKey().equals("Name")
                              && resource
                                  .path("Type")
                                  .asText()
                                  .matches("AWS::(SSM|ApiGateway)::.*"));
                  if (isName && property.getValue().isTextual()) {
                    found.add(property.getValue().asText());
                  }
                });
      }
    }
    return found;
  }
}
