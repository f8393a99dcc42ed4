package dev.drawbridge.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.RdsService;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When the demo may say that a failover is repaired, on the virtual clock. */
class RepairTest {
  private final Scenario scenario = Scenario.virtual(4);
  private final RdsService rds = scenario.world().rds();
  private final Exposure exposure =
      Exposure.of(
          scenario,
          scenario
              .provider()
              .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2)));

  @Test
  void a_failover_that_nobody_hears_of_is_not_repaired_and_the_complaint_says_so() {
    rds.events(scenario.world().settings().rds().events().losing(1));
    Repair repair = crash();
    scenario.world().scheduler().pause(Duration.ofMinutes(20));
    assertThat(repair.settledAt()).isEmpty();
    assertThat(repair.missing())
        .contains("no run of refresh-targets has switched and settled: none was started");
  }

  @Test
  void a_failover_is_repaired_when_the_switch_has_settled_and_the_old_writer_is_a_reader() {
    scenario.installation().startSchedules(Rules.EVERY);
    Repair repair = crash();
    assertThat(repair.missing()).isPresent();
    scenario.world().scheduler().await(() -> repair.missing().isEmpty(), Duration.ofMinutes(20));
    assertThat(repair.missing()).isEmpty();
    assertThat(repair.settledAt().orElseThrow()).isAfter(repair.since());
    assertThat(exposure.readerGroup()).contains(repair.formerWriter());
  }

  private Repair crash() {
    String writer = exposure.roles().writer().orElseThrow();
    Repair repair = new Repair(exposure, scenario.world().scheduler().now(), writer);
    rds.crash(rds.writer(exposure.database()).orElseThrow().id());
    return repair;
  }
}
