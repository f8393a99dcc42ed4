package dev.drawbridge.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the benchmark promises, in simulated time: few failovers here, many by the command. */
class FailoverBenchTest {
  private static final FailoverBench BENCH = new FailoverBench(4, 3);

  @ParameterizedTest
  @EnumSource
  void of_an_outage_less_than_five_seconds_are_ours_when_events_come(Kind kind) {
    List<Outcome> outcomes = BENCH.measure(Drawbridge.byDefault(), kind);
    assertThat(outcomes)
        .hasSize(BENCH.runs())
        .allMatch(Outcome::repaired)
        .allMatch(outcome -> ours(outcome).compareTo(Duration.ofSeconds(5)) < 0);
  }

  @Tag("long")
  @Test
  void an_event_that_never_comes_costs_at_most_a_drift_period_and_ten_seconds() {
    List<Outcome> outcomes = BENCH.measure(Drawbridge.byDefault().losingEvents(), Kind.AURORA);
    assertThat(outcomes)
        .allMatch(Outcome::repaired)
        .allMatch(outcome -> ours(outcome).compareTo(Rules.EVERY.plusSeconds(10)) < 0)
        .anyMatch(outcome -> ours(outcome).compareTo(Duration.ofSeconds(5)) > 0);
  }

  @Tag("long")
  @Test
  void a_second_failover_half_way_is_repaired_too() {
    Policy policy = Drawbridge.byDefault().through(Course.SECOND_HALF_WAY);
    assertThat(BENCH.measure(policy, Kind.AURORA)).allMatch(Outcome::repaired);
  }

  @Test
  void a_client_that_finds_the_writer_itself_is_as_fast_as_the_database() {
    List<Policy> policies =
        Policies.all().stream().filter(each -> each instanceof InstancePorts).toList();
    for (Policy policy : policies.subList(0, 3)) {
      List<Outcome> outcomes = BENCH.measure(policy, Kind.AURORA);
      assertThat(outcomes)
          .as(policy.name())
          .allMatch(Outcome::repaired)
          .allMatch(each -> each.outage().compareTo(Duration.ofSeconds(45)) < 0);
    }
    assertThat(BENCH.measure(policies.get(3), Kind.AURORA))
        .allMatch(Outcome::repaired)
        .allMatch(each -> each.outage().compareTo(Duration.ofSeconds(130)) < 0);
  }

  @Tag("long")
  @Test
  void a_session_that_a_former_writer_has_taken_is_ended_in_either_mode() {
    List<Policy> policies =
        Policies.all().stream().filter(each -> each.name().contains("sessions that stay")).toList();
    assertThat(policies).hasSize(2);
    for (Policy policy : policies) {
      assertThat(BENCH.measure(policy, Kind.AURORA))
          .as(policy.name())
          .allMatch(Outcome::repaired)
          .allMatch(each -> each.outage().compareTo(Duration.ofMinutes(5)) < 0);
    }
  }

  private static Duration ours(Outcome outcome) {
    return outcome.ours().orElseThrow();
  }
}
