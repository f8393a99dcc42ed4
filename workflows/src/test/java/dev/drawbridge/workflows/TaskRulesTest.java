package dev.drawbridge.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.workflows.Definitions.State;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskRulesTest {
  private static final String OURS = "dev.drawbridge.error.";
  private static final Duration WORKER_MARGIN = Duration.ofSeconds(10);

  static List<State> tasks() {
    return Definitions.tasks().toList();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void a_task_has_a_time_out_and_retries(State task) {
    assertThat(task.json().path("TimeoutSeconds").asInt()).isPositive();
    assertThat(task.retriers()).isNotEmpty();
    assertThat(task.json().has("HeartbeatSeconds")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void a_retry_is_capped_and_jitters_unless_it_polls(State task) {
    for (JsonNode retrier : task.retriers()) {
      assertThat(retrier.path("MaxAttempts").asInt()).isPositive();
      boolean polls = Definitions.errors(retrier).contains(OURS + "NotReady");
      assertThat(retrier.path("JitterStrategy").asText()).isEqualTo(polls ? "NONE" : "FULL");
      assertThat(polls || retrier.path("MaxDelaySeconds").asInt() > 0).isTrue();
      assertThat(Definitions.errors(retrier)).doesNotContain("States.ALL");
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void a_wait_for_a_person_is_never_retried_for_its_time_out(State task) {
    if (task.waitsForToken()) {
      assertThat(task.retriers()).noneMatch(r -> Definitions.errors(r).contains("States.Timeout"));
      assertThat(task.catchers())
          .anyMatch(catcher -> Definitions.errors(catcher).contains("States.Timeout"));
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void a_task_waits_longer_than_its_worker(State task) {
    worker(task)
        .ifPresent(
            worker ->
                assertThat(Duration.ofSeconds(task.json().path("TimeoutSeconds").asLong()))
                    .isGreaterThanOrEqualTo(worker.timeout().plus(WORKER_MARGIN)));
  }

  @Test
  void error_names_are_those_of_the_four_classes() {
    Set<String> named =
        Definitions.states()
            .flatMap(state -> state.json().findValuesAsText("Error").stream())
            .filter(error -> error.startsWith("dev."))
            .collect(Collectors.toCollection(HashSet::new));
    Definitions.tasks()
        .flatMap(task -> Stream.concat(task.retriers().stream(), task.catchers().stream()))
        .flatMap(rule -> Definitions.errors(rule).stream())
        .filter(error -> error.startsWith("dev."))
        .forEach(named::add);
    assertThat(named)
        .isNotEmpty()
        .allSatisfy(name -> assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException());
  }

  @Test
  void retry_blocks_for_the_same_errors_are_equal_everywhere() {
    Map<List<String>, Set<JsonNode>> blocks =
        Definitions.tasks()
            .flatMap(task -> task.retriers().stream())
            .filter(retrier -> !Definitions.errors(retrier).contains(OURS + "NotReady"))
            .collect(
                Collectors.groupingBy(
                    Definitions::errors,
                    Collectors.mapping(Function.identity(), Collectors.toSet())));
    assertThat(blocks).allSatisfy((errors, variants) -> assertThat(variants).hasSize(1));
  }

  @Test
  void a_child_execution_has_a_name_and_knows_its_parent() {
    List<State> children =
        Definitions.tasks()
            .filter(task -> task.json().path("Resource").asText().contains("startExecution"))
            .toList();
    assertThat(children)
        .isNotEmpty()
        .allSatisfy(
            task -> {
              JsonNode parameters = task.json().path("Parameters");
              assertThat(parameters.has("Name.$")).isTrue();
              assertThat(
                      parameters.path("Input").has("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$"))
                  .isTrue();
            });
  }

  private static java.util.Optional<WorkerFunction> worker(State task) {
    String placeholder = task.json().path("Parameters").path("FunctionName").asText();
    return Catalogue.workers().stream()
        .filter(worker -> placeholder.equals("${" + worker.name() + "}"))
        .findFirst();
  }
}
