package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.properties;
import static dev.drawbridge.infra.Synthesized.resources;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.WorkerFunction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkerLambdaTest {
  private final Map<String, JsonNode> functions =
      properties("AWS::Lambda::Function")
          .collect(Collectors.toMap(f -> f.get("FunctionName").asText(), f -> f));

  @Test
  void every_worker_of_the_catalogue_is_a_function_and_nothing_else_is() {
    assertThat(functions.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.workers().stream()
                .map(WorkerFunction::name)
                .map(name -> "drawbridge-" + name)
                .toList());
  }

  @Test
  void a_function_has_the_handler_time_out_memory_and_settings_of_the_catalogue() {
    for (WorkerFunction worker : Catalogue.workers()) {
      JsonNode function = function(worker);
      assertThat(function.get("Handler").asText()).isEqualTo(worker.handlerClass());
      assertThat(function.get("Timeout").asLong()).isEqualTo(worker.timeout().toSeconds());
      assertThat(function.get("MemorySize").asInt()).isEqualTo(worker.memoryMb());
      assertThat(function.get("Runtime").asText()).isEqualTo("java25");
      assertThat(settings(function))
          .contains("DRAWBRIDGE_INSTALLATION")
          .filteredOn(setting -> !setting.equals("DRAWBRIDGE_INSTALLATION"))
          .containsExactlyInAnyOrderElementsOf(worker.settings());
    }
  }

  @Test
  void a_function_is_in_the_vpc_only_where_the_catalogue_says_so() {
    for (WorkerFunction worker : Catalogue.workers()) {
      assertThat(function(worker).has("VpcConfig")).as(worker.name()).isEqualTo(worker.inVpc());
    }
  }

  @Test
  void every_function_has_a_role_of_its_own() {
    assertThat(functions.values().stream().map(f -> f.get("Role").toString()))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_function_logs_to_a_group_that_forgets() {
    assertThat(functions.values().stream().map(f -> f.at("/LoggingConfig/LogGroup").toString()))
        .doesNotHaveDuplicates()
        .noneMatch(String::isEmpty);
    assertThat(properties("AWS::Logs::LogGroup")).allMatch(group -> group.has("RetentionInDays"));
  }

  @Test
  void a_function_starts_from_a_snapshot_only_where_the_catalogue_says_so() {
    for (WorkerFunction worker : Catalogue.workers()) {
      assertThat(function(worker).at("/SnapStart/ApplyOn").asText())
          .as(worker.name())
          .isEqualTo(worker.snapStart() ? "PublishedVersions" : "");
    }
  }

  @Test
  void every_function_is_invoked_by_the_alias_of_a_published_version() {
    assertThat(resources("AWS::Lambda::Version")).hasSameSizeAs(functions.keySet());
    assertThat(properties("AWS::Lambda::Alias"))
        .hasSameSizeAs(functions.keySet())
        .allMatch(alias -> alias.get("Name").asText().equals("live"));
  }

  private JsonNode function(WorkerFunction worker) {
    return Objects.requireNonNull(functions.get("drawbridge-" + worker.name()));
  }

  private static List<String> settings(JsonNode function) {
    return function.at("/Environment/Variables").properties().stream()
        .map(Map.Entry::getKey)
        .toList();
  }
}
