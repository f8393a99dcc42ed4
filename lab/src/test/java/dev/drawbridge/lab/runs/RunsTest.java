package dev.drawbridge.lab.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.StateGraph;
import dev.drawbridge.workflows.StateMachine;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

class RunsTest {
  private static final StateGraph ONBOARD = StateGraph.of(StateMachine.ONBOARD);

  @Test
  void a_run_says_where_it_is_what_it_waits_for_and_what_comes() {
    Scenario scenario = RecordedCalls.watched(Scenario.virtual(3));
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    Runs runs = scenario.world().scheduler().exclusively(() -> Runs.of(scenario.world().states()));
    Set<String> seen = new LinkedHashSet<>();
    scenario
        .world()
        .states()
        .onHistory(
            (arn, event) ->
                runs.latest()
                    .filter(run -> run.machine().equals("onboard-consumer"))
                    .flatMap(run -> Outlook.of(run, ONBOARD).map(o -> o.line(run.state(), 0)))
                    .ifPresent(seen::add));
    Approver grace = scenario.approver("grace@example.com");
    Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json()).finish();

    assertThat(seen)
        .contains(
            "WaitForConsumer for 0 s, waits for the consumer's endpoint; then NeedsApproval",
            "RequestApproval for 0 s, waits for a person other than the requester; then HowDecided",
            "HowAdopted for 0 s, waits for nothing; then Planned or AskAboutChange or CheckQuotas",
            "RefreshTargets for 0 s, waits for the run that it has started; then CreateEndpointService")
        .anyMatch(
            line ->
                line.startsWith("CreateLoadBalancer for 0 s, waits for what is not ready: load b"));
    RunStanding end =
        runs.all().stream()
            .filter(run -> run.machine().equals("onboard-consumer"))
            .findFirst()
            .orElseThrow();
    assertThat(end.status()).isEqualTo("SUCCEEDED");
    assertThat(end.went())
        .startsWith(new RunStanding.Step("", "ValidateRequest"))
        .endsWith(new RunStanding.Step("CompleteOnboarding", "Onboarded"));
    assertThat(Outlook.of(end, ONBOARD)).isEmpty();
    assertThat(runs.all()).extracting(RunStanding::machine).contains("refresh-targets");
  }

  @Test
  void a_bad_end_is_told_in_words() {
    Scenario scenario = RecordedCalls.watched(Scenario.virtual(3));
    Runs runs = scenario.world().scheduler().exclusively(() -> Runs.of(scenario.world().states()));
    scenario.startByHand("{\"databaseIdentifier\":\"orders\"}").end(Duration.ofHours(1));
    RunStanding run = runs.all().getFirst();
    assertThat(run.running()).isFalse();
    assertThat(run.failure().orElseThrow()).startsWith("InvalidRequest: ").doesNotContain("{");
  }

  @Test
  void runs_that_are_over_make_room_and_those_that_go_on_stay() {
    Runs runs = new Runs();
    Stream.iterate(0, i -> i < 60, i -> i + 1)
        .forEach(
            i -> {
              String arn = "arn:aws:states:eu-central-1:1:execution:machine:run-" + i;
              runs.recorded(arn, event(HistoryEventType.EXECUTION_STARTED));
              if (i > 0) {
                runs.recorded(arn, event(HistoryEventType.EXECUTION_SUCCEEDED));
              }
            });
    assertThat(runs.all()).hasSize(40);
    assertThat(runs.latest().orElseThrow().name()).isEqualTo("run-0");
  }

  private static HistoryEvent event(HistoryEventType type) {
    return HistoryEvent.builder().type(type).timestamp(java.time.Instant.EPOCH).build();
  }
}
