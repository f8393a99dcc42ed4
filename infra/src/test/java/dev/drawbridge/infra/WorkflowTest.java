package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.properties;
import static dev.drawbridge.infra.Synthesized.resources;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.StateMachine;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkflowTest {
  private final Map<String, JsonNode> machines =
      properties("AWS::StepFunctions::StateMachine")
          .collect(Collectors.toMap(m -> m.get("StateMachineName").asText(), m -> m));

  @Test
  void every_state_machine_runs_the_very_definition_that_the_tests_run() {
    assertThat(machines).hasSameSizeAs(Catalogue.stateMachines());
    for (StateMachine source : Catalogue.stateMachines()) {
      assertThat(machine(source).get("DefinitionString").asText()).isEqualTo(source.definition());
    }
  }

  @Test
  void no_placeholder_is_left_after_substitution() {
    for (StateMachine source : Catalogue.stateMachines()) {
      String definition = source.definition();
      for (var substitution : machine(source).get("DefinitionSubstitutions").properties()) {
        definition = definition.replace("${" + substitution.getKey() + "}", "arn");
      }
      assertThat(definition).doesNotContain("${");
    }
  }

  @Test
  void definitions_invoke_the_live_alias_of_a_worker() {
    var aliases = resources("AWS::Lambda::Alias").keySet();
    var children = resources("AWS::StepFunctions::StateMachineAlias").keySet();
    for (JsonNode machine : machines.values()) {
      assertThat(machine.get("DefinitionSubstitutions").properties())
          .filteredOn(each -> !each.getKey().equals(StateMachine.PARTITION))
          .extracting(each -> each.getValue().path("Ref").asText())
          .isNotEmpty()
          .allMatch(ref -> aliases.contains(ref) || children.contains(ref));
    }
  }

  @Test
  void definitions_name_the_integrations_of_the_partition_that_they_are_deployed_in() {
    assertThat(machines.values())
        .allSatisfy(
            machine -> {
              assertThat(machine.path("DefinitionString").asText())
                  .contains("arn:${Partition}:states:::")
                  .doesNotContain("arn:aws");
              assertThat(machine.at("/DefinitionSubstitutions/Partition/Ref").asText())
                  .isEqualTo("AWS::Partition");
            });
  }

  @Test
  void execution_data_is_never_logged_because_it_holds_task_tokens() {
    assertThat(machines.values())
        .allMatch(
            machine ->
                !machine.at("/LoggingConfiguration/IncludeExecutionData").asBoolean(true)
                    && machine.at("/LoggingConfiguration/Level").asText().equals("ALL"));
  }

  @Test
  void callers_start_an_alias_of_a_version() {
    assertThat(resources("AWS::StepFunctions::StateMachineVersion")).hasSameSizeAs(machines);
    assertThat(properties("AWS::StepFunctions::StateMachineAlias"))
        .hasSameSizeAs(machines.keySet())
        .allMatch(alias -> alias.get("Name").asText().equals("live"));
  }

  private JsonNode machine(StateMachine source) {
    return Objects.requireNonNull(machines.get("drawbridge-" + source.name()));
  }
}
