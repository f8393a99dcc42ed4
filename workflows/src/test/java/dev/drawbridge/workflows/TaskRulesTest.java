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

  /** What Lambda answers while it cannot run a function, how a worker dies, and our own. */
  private static final List<String> PASSING =
      List.of(
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.TooManyRequestsException",
          "Lambda.ClientExecutionTimeoutException",
          "Lambda.Unknown",
          "Lambda.SnapStartNotReadyException",
          "Lambda.SnapStartTimeoutException",
          "Lambda.SnapStartException",
          "Lambda.ResourceNotReadyException",
          "Lambda.CodeArtifactUserPendingException",
          "Lambda.ENILimitReachedException",
          "Lambda.EC2ThrottledException",
          "Sandbox.Timedout",
          "Runtime.ExitError",
          OURS + "TransientFailure");

  private static final String BREAKS_OFF = "BreakOff";

  private static final List<String> OF_STEP_FUNCTIONS =
      List.of("StepFunctions.AWSStepFunctionsException", "StepFunctions.SdkClientException");

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

  /** A SnapStart version that has gone inactive, or a role that is new, needs minutes. */
  @ParameterizedTest
  @MethodSource("tasks")
  void trying_again_goes_on_for_ten_minutes(State task) {
    Duration longest =
        task.retriers().stream()
            .filter(retrier -> !Definitions.errors(retrier).contains(OURS + "NotReady"))
            .map(TaskRulesTest::delays)
            .findFirst()
            .orElseThrow();
    assertThat(longest).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
  }

  /** The delays of a retrier together, before jitter shortens them. */
  private static Duration delays(JsonNode retrier) {
    double delay = retrier.path("IntervalSeconds").asDouble();
    double cap = retrier.path("MaxDelaySeconds").asDouble(Double.MAX_VALUE);
    double sum = 0;
    for (int i = 0; i < retrier.path("MaxAttempts").asInt(); i++) {
      sum += Math.min(delay, cap);
      delay *= retrier.path("BackoffRate").asDouble();
    }
    return Duration.ofSeconds((long) sum);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void a_task_tries_again_after_what_passes_and_polls_for_what_is_not_ready(State task) {
    List<List<String>> errors = task.retriers().stream().map(Definitions::errors).toList();
    assertThat(errors).hasSizeBetween(1, 2);
    assertThat(errors.getFirst()).containsAll(task.isLambda() ? PASSING : OF_STEP_FUNCTIONS);
    if (errors.size() == 2) {
      assertThat(errors.getLast()).containsExactly(OURS + "NotReady");
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

  /** Else Lambda's JSON were the cause of the run, and nobody were told. */
  @ParameterizedTest
  @MethodSource("tasks")
  void whatever_a_task_meets_is_caught(State task) {
    List<String> last = Definitions.errors(task.catchers().getLast());
    if (task.name().equals(BREAKS_OFF)) {
      // It fails on purpose, by an error of its own; all that may come instead is caught.
      assertThat(last).containsAll(PASSING).contains("States.Timeout", OURS + "Conflict");
    } else {
      assertThat(last).containsExactly("States.ALL");
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
