package dev.drawbridge.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.workflows.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void placeholders_and_catalogue_name_the_same_things() {
    TreeSet<String> used =
        Catalogue.stateMachines().stream()
            .flatMap(machine -> machine.placeholders().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    TreeSet<String> known =
        Catalogue.workers().stream()
            .filter(worker -> worker.trigger() == Trigger.STATE)
            .map(WorkerFunction::name)
            .collect(Collectors.toCollection(TreeSet::new));
    used.removeIf(placeholder -> placeholder.endsWith("StateMachine"));
    assertThat(used).isEqualTo(known);
  }

  @Test
  void every_worker_is_a_class_that_lambda_can_make() {
    assertThat(Catalogue.workers())
        .allSatisfy(
            worker ->
                assertThat(Class.forName(worker.handlerClass()).getConstructor()).isNotNull());
  }

  @Test
  void names_are_unique() {
    assertThat(Catalogue.workers()).extracting(WorkerFunction::name).doesNotHaveDuplicates();
  }

  /** It believes its input about who answers, so no worker's role may reach it. */
  @Test
  void no_worker_may_invoke_the_one_that_takes_an_answer() {
    assertThat(Catalogue.keptAlive()).contains("TriggerRefresh").doesNotContain("Decide");
    assertThat(Catalogue.workers())
        .flatExtracting(WorkerFunction::permissions)
        .filteredOn(statement -> statement.actions().contains("lambda:InvokeFunction"))
        .isNotEmpty()
        .allSatisfy(
            statement ->
                assertThat(statement.resources().toString())
                    .doesNotContain("Decide")
                    .doesNotContain("*"));
  }

  @Test
  void only_who_asks_and_who_takes_answers_writes_approvals() {
    assertThat(
            Catalogue.workers().stream()
                .filter(worker -> worker.permissions().stream().anyMatch(CatalogueTest::writes))
                .map(WorkerFunction::name))
        .containsExactlyInAnyOrder("RequestApproval", "DecideApproval", "AnswerApproval");
  }

  private static boolean writes(Statement statement) {
    boolean changes =
        statement.actions().stream()
            .anyMatch(
                action ->
                    action.startsWith("dynamodb:")
                        && !action.equals("dynamodb:GetItem")
                        && !action.equals("dynamodb:Query"));
    return changes
        && (statement.conditions().isEmpty()
            || statement.conditions().toString().contains("approval#"));
  }

  @Test
  void every_grant_on_the_table_names_the_partitions_that_it_is_for() {
    assertThat(Catalogue.workers())
        .flatExtracting(WorkerFunction::permissions)
        .filteredOn(statement -> statement.actions().toString().contains("dynamodb:"))
        .isNotEmpty()
        .allSatisfy(
            statement ->
                assertThat(statement.conditions().toString())
                    .contains("dynamodb:LeadingKeys")
                    .doesNotContain("[*]"));
  }

  @Test
  void a_missing_arn_is_named() {
    StateMachine machine = Catalogue.stateMachines().getLast();
    assertThatThrownBy(() -> machine.bound("aws", Map.of()))
        .hasMessageContaining("${" + machine.placeholders().getFirst() + "}");
  }

  /** {@code arn:aws:states:::lambda:invoke} is the ARN of nothing in China. */
  @Test
  void in_another_partition_a_definition_names_nothing_of_the_common_one() {
    for (StateMachine machine : Catalogue.stateMachines()) {
      Map<String, String> arns =
          machine.placeholders().stream().collect(Collectors.toMap(each -> each, each -> each));
      assertThat(machine.bound("aws-cn", arns))
          .contains("\"arn:aws-cn:states:::lambda:invoke\"")
          .doesNotContain("arn:aws:")
          .doesNotContain("${");
    }
  }

  @Test
  void every_state_can_be_reached_and_every_target_exists() {
    for (StateMachine machine : Catalogue.stateMachines()) {
      JsonNode definition = Definitions.parsed(machine);
      TreeSet<String> targets = new TreeSet<>(List.of(definition.path("StartAt").asText()));
      List<String> found = new ArrayList<>();
      found.addAll(definition.findValuesAsText("Next"));
      found.addAll(definition.findValuesAsText("Default"));
      targets.addAll(found);
      TreeSet<String> states = new TreeSet<>();
      definition.path("States").fieldNames().forEachRemaining(states::add);
      assertThat(targets).as(machine.name()).isEqualTo(states);
    }
  }
}
