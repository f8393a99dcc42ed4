package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a first onboarding costs. The figures are those of docs/adr/0005. */
class CostOfOnboardingTest {
  private static final Set<String> WAITING =
      Set.of("CreateLoadBalancer", "CheckTargets", "ConfirmTargets", "VerifyAccess");
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(4);

  private final Scenario scenario = Scenario.virtual(1);
  private final Approver grace = scenario.approver("grace@example.com");
  private final Changes changes = Changes.from(scenario);
  private final Encounter encounter = encounter();

  @BeforeEach
  void onboard() {
    encounter.finish();
  }

  @Test
  void a_first_onboarding_enters_at_most_45_states_its_child_included() {
    assertThat(encounter.run().stateTransitions()).isLessThanOrEqualTo(45);
  }

  @Test
  void the_histories_stay_far_from_the_limit_of_25000_events() {
    assertThat(encounter.run().historyEvents()).isLessThanOrEqualTo(230);
  }

  @Test
  void the_calls_that_do_the_work_and_those_that_wait_for_aws_are_as_recorded() {
    assertThat(calls().size() - polls()).as("%s", counts()).isLessThanOrEqualTo(200);
    assertThat(polls()).as("%s", counts()).isLessThanOrEqualTo(40);
  }

  @Test
  void nothing_waits_for_a_writer_that_was_never_demoted() {
    assertThat(counts())
        .doesNotContainKey("ConfirmTargets elasticloadbalancing:DescribeTargetHealth");
  }

  /** Calls of tries after which a worker tried again: AWS was still at work. */
  private long polls() {
    return calls().stream()
        .filter(call -> WAITING.contains(call.caller().role()))
        .filter(call -> !call.action().contains(":Create"))
        .filter(call -> calls().stream().anyMatch(later -> triedAgain(call, later)))
        .count();
  }

  private static boolean triedAgain(CallRecord call, CallRecord later) {
    return call.caller().role().equals(later.caller().role())
        && later.at().isAfter(call.at().plus(SHORTEST_PAUSE));
  }

  private List<CallRecord> calls() {
    return changes.calls().toList();
  }

  private Map<String, Long> counts() {
    return calls().stream()
        .collect(
            Collectors.groupingBy(
                call -> call.caller().role() + " " + call.action(), Collectors.counting()));
  }

  private Encounter encounter() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));
    return Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
  }
}
