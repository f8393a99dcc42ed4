package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.RdsService;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the check for drift asks RDS while the whole installation is on hold. */
class CallsOfAHoldTest {
  private final Scenario scenario = Scenario.virtual(1);

  @Test
  void all_instances_are_listed_once_a_turn_however_many_databases_have_targets_of_nobody() {
    List<Exposure> all = Stream.of("orders", "payroll").map(this::expose).toList();
    scenario.installation().startSchedules(Rules.EVERY);
    pass();
    OnHold.put(scenario, "*", true);
    all.forEach(this::removeReader);
    pass();

    Changes changes = Changes.from(scenario);
    pass();
    assertThat(all).as("targets of nobody").noneMatch(path -> path.readerGroup().isEmpty());
    long turns = calls(changes, "rds:DescribeDBClusters");
    assertThat(turns).isGreaterThan(1);
    assertThat(calls(changes, "rds:DescribeDBInstances")).isEqualTo(turns);
  }

  private static long calls(Changes changes, String action) {
    return changes.callsOf("CheckDrift").map(CallRecord::action).filter(action::equals).count();
  }

  private void removeReader(Exposure path) {
    RdsService rds = scenario.world().rds();
    rds.remove(rds.servingReaders(path.database()).getFirst().id());
  }

  private void pass() {
    scenario.world().scheduler().pause(Duration.ofMinutes(10));
  }

  private Exposure expose(String name) {
    return Exposure.of(
        scenario,
        scenario
            .provider()
            .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, name).readers(1)));
  }
}
