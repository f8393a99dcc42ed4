package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.StateMachine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Every way in which a run can end badly: at each task, by each kind of trouble. Whoever looks at
 * it reads one sentence, and a redrive goes on once the trouble is over.
 */
class EndsTest {
  private static final Duration LONG = Duration.ofDays(30);

  /** States that are entered only after a no. */
  private static final Set<String> AFTER_A_NO =
      Set.of("RejectConnection", "DisallowConsumer", "RecordFailure");

  /** Entered by an owner's run alone; its worker is RequestApproval. */
  private static final String OWNERS = "AskAboutChange";

  private final Scenario scenario = Scenario.virtual(23);
  private final Approver grace = scenario.approver("grace@example.com");
  private final Trouble trouble = Trouble.in(scenario);
  private DbId database;
  private int answered;
  private boolean endpointMade;

  @BeforeEach
  void aDatabase() {
    database =
        scenario
            .provider()
            .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  }

  static Stream<Arguments> onboarding() {
    return tasks(StateMachine.ONBOARD)
        .filter(task -> !task.equals("BreakOff"))
        .filter(task -> !task.equals(OWNERS)) // no onboarding enters it
        .flatMap(EndsTest::struck);
  }

  static Stream<Arguments> withoutPermission() {
    return onboarding().filter(each -> each.get()[1] == Trouble.Kind.STANDS_IN_THE_WAY);
  }

  static Stream<Arguments> inOtherTrouble() {
    return onboarding().filter(each -> each.get()[1] != Trouble.Kind.STANDS_IN_THE_WAY);
  }

  static Stream<Arguments> refresh() {
    return tasks(StateMachine.REFRESH).flatMap(EndsTest::struck);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("inOtherTrouble")
  void an_onboarding_in_trouble_ends_with_a_sentence(String worker, Trouble.Kind kind) {
    onboardingEndsWithASentence(worker, kind);
  }

  @ParameterizedTest
  @MethodSource("withoutPermission")
  void an_onboarding_without_a_permission_ends_with_a_sentence(String worker, Trouble.Kind kind) {
    onboardingEndsWithASentence(worker, kind);
  }

  private void onboardingEndsWithASentence(String worker, Trouble.Kind kind) {
    trouble.strike(worker, kind);
    DescribeExecutionResponse end = run(!AFTER_A_NO.contains(worker));
    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertSentence(end.cause());
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.Kind.class,
      names = {"PASSES", "STANDS_IN_THE_WAY", "DEFECT"})
  void an_owners_change_that_nobody_can_be_asked_about_ends_with_a_sentence(Trouble.Kind kind) {
    RequestText owner = RequestText.ofOwner("orders");
    scenario.expose(owner.with("enforcement", "on"));
    RequestText request = RequestText.to("orders").with("consumerCidrs", List.of("127.20.0.0/16"));
    Encounter.start(scenario, scenario.consumer(), grace, request.json()).finish();
    trouble.strike("RequestApproval", kind);

    DescribeExecutionResponse end =
        scenario.startByHand(owner.with("enforcement", "off").json()).end(LONG);

    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertSentence(end.cause());
  }

  @ParameterizedTest
  @MethodSource("refresh")
  void a_refresh_ends_with_a_sentence(String worker, Trouble.Kind kind) {
    Exposure.of(scenario, database);
    trouble.strike(worker, kind);
    if (worker.equals("WithdrawTargets")) {
      scenario.world().rds().destroy(database);
    } else if (worker.equals("ReleaseLease")) {
      trouble.strike("CheckTargets", Trouble.Kind.DEFECT);
    }
    Refresh refresh = Refresh.start(scenario, "orders");
    assertThat(refresh.end()).as(refresh.statesEntered().toString()).isEqualTo(Status.FAILED);
    assertSentence(refresh.cause());
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.Kind.class,
      names = {"PASSES", "STANDS_IN_THE_WAY", "HANGS"})
  void a_run_ends_with_a_sentence_even_if_the_worker_that_words_it_fails(Trouble.Kind kind) {
    trouble.strike("CreateListeners", Trouble.Kind.DEFECT);
    trouble.strike("BreakOff", kind);
    assertSentence(run(true).cause());
  }

  @Test
  void what_could_not_be_taken_back_is_told_with_the_original_error() {
    trouble.strike("RejectConnection", Trouble.Kind.STANDS_IN_THE_WAY);
    trouble.strike("DisallowConsumer", Trouble.Kind.PASSES);
    DescribeExecutionResponse end = run(false);
    assertThat(end.error()).isEqualTo("Denied");
    assertThat(end.cause())
        .contains("denied endpoint", "could not be rejected: role X", "InternalError");
    assertThat(grace.messages()).anyMatch(message -> message.contains(end.cause()));
    assertSentence(end.cause());
  }

  @Test
  void a_failed_child_is_told_by_its_own_sentence() {
    trouble.strike("RegisterTargets", Trouble.Kind.STANDS_IN_THE_WAY);
    DescribeExecutionResponse end = run(true);
    assertThat(end.error()).isEqualTo("BrokenOff");
    assertThat(end.cause()).contains("execution:refresh-targets:", "failed: role X may not");
    assertThat(grace.messages()).anyMatch(message -> message.contains(end.cause()));
    assertSentence(end.cause());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CreateListeners", "RegisterTargets", "WaitForConsumer", "VerifyAccess"})
  void a_redrive_goes_on_and_asks_nobody_again_who_has_answered(String worker) {
    trouble.strike(worker, Trouble.Kind.PASSES);
    DescribeExecutionResponse broken = run(true);
    assertThat(broken.error()).isEqualTo("BrokenOff");
    assertThat(broken.cause()).contains("redrive");
    trouble.end();
    Onboarding run =
        Onboarding.of(scenario.world(), scenario.installation(), broken.executionArn());
    run.redrive();
    DescribeExecutionResponse end = serve(run, true);
    assertThat(end.status()).as(end.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(grace.questions()).hasSize(1);
  }

  @Test
  void a_task_that_never_ends_gives_a_sentence() {
    trouble.strike("CreateListeners", Trouble.Kind.HANGS);
    assertSentence(run(true).cause());
  }

  /** Recorded: a catcher of States.ALL sees it, whatever the Developer Guide says. */
  @Test
  void an_answer_that_is_too_large_for_step_functions_gives_a_sentence() {
    trouble.strike("CreateListeners", Trouble.Kind.SAYS_TOO_MUCH);
    DescribeExecutionResponse end = run(true);
    assertThat(end.cause()).contains("exceeding the maximum number of bytes");
    assertSentence(end.cause());
  }

  @Test
  void a_run_that_is_stopped_ends_its_claim_with_a_sentence() {
    Onboarding run = scenario.onboard(RequestText.to("orders").json());
    await(run, () -> !grace.invitations().isEmpty());
    scenario
        .installation()
        .clientsOf("operator")
        .states()
        .stopExecution(r -> r.executionArn(run.executionArn()).error("E").cause("{\"a\": 1}"));
    assertThat(run.end(LONG).status()).isEqualTo(ExecutionStatus.ABORTED);
    scenario.world().scheduler().pause(Duration.ofMinutes(1));
    assertThat(claimFailure()).contains("ended as ABORTED").doesNotContain("{", "\n");
  }

  private DescribeExecutionResponse run(boolean approve) {
    return serve(scenario.onboard(RequestText.to("orders").json()), approve);
  }

  /** Consumer and approver do their part, if they are asked. */
  private DescribeExecutionResponse serve(Onboarding run, boolean approve) {
    await(run, () -> !grace.invitations().isEmpty());
    if (!grace.invitations().isEmpty() && !endpointMade) {
      scenario.consumer().createEndpoint(scenario.endpointService().serviceName());
      endpointMade = true;
    }
    int asked = answered;
    await(run, () -> grace.questions().size() > asked);
    if (grace.questions().size() > asked) {
      answered = grace.questions().size();
      String question = grace.questions().getLast();
      Object answer = approve ? grace.approve(question) : grace.deny(question);
      assertThat(answer).isNotNull();
    }
    DescribeExecutionResponse end = run.end(LONG);
    scenario.world().scheduler().pause(Duration.ofMinutes(1)); // messages are on their way
    return end;
  }

  private void await(Onboarding run, BooleanSupplier told) {
    scenario.world().scheduler().await(() -> told.getAsBoolean() || run.ended(), LONG);
  }

  /** What the claim says of its end. */
  private String claimFailure() {
    return scenario.world().dynamoDb().items(Scenario.PROVIDER, "drawbridge").stream()
        .filter(item -> item.containsKey("failure"))
        .map(item -> item.get("failure").s())
        .findFirst()
        .orElse("");
  }

  private static Stream<Arguments> struck(String task) {
    // The task that starts a child fails as a worker of the child does.
    String worker = task.equals("RefreshTargets") ? "CheckTargets" : task;
    return Stream.of(Trouble.Kind.PASSES, Trouble.Kind.STANDS_IN_THE_WAY, Trouble.Kind.DEFECT)
        .map(kind -> Arguments.of(worker, kind));
  }

  private static Stream<String> tasks(StateMachine machine) {
    return json(machine).path("States").properties().stream()
        .filter(state -> state.getValue().path("Type").asText().equals("Task"))
        .map(Map.Entry::getKey);
  }

  private static JsonNode json(StateMachine machine) {
    try {
      return new ObjectMapper().readTree(machine.definition());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(machine.name(), e);
    }
  }

  private static void assertSentence(String cause) {
    assertThat(cause)
        .hasSizeBetween(20, 1_000)
        .doesNotContain("{", "}", "stackTrace", "errorMessage", "dev.drawbridge", "\n")
        .doesNotContainPattern("java\\.|\\.java|Exception");
  }
}
