package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an event of one database costs does not depend on how many are exposed. */
class CostOfEventTest {
  private final Scenario scenario = Scenario.virtual(29);

  @Test
  void an_event_of_a_database_reads_its_record_and_lists_nothing() {
    DbId orders = expose("orders");
    Stream.of("alpha", "beta", "gamma").forEach(this::expose);
    Changes changes = Changes.from(scenario);

    scenario.world().rds().failover(orders, Optional.empty());
    scenario.world().scheduler().pause(Duration.ofMinutes(5));

    assertThat(changes.callsOf("TriggerRefresh").map(CallRecord::action))
        .contains("dynamodb:GetItem", "states:StartExecution")
        .doesNotContain(
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTags",
            "rds:DescribeDBClusters");
  }

  @Test
  void an_event_of_a_database_whose_record_was_lost_looks_for_its_groups_by_name() {
    DbId orders = expose("orders");
    ByHand.exposures(scenario).forget(orders.arn("cluster"));
    Changes changes = Changes.from(scenario);

    scenario.world().rds().failover(orders, Optional.empty());
    scenario.world().scheduler().pause(Duration.ofMinutes(5));

    assertThat(changes.callsOf("TriggerRefresh").map(CallRecord::action))
        .contains("elasticloadbalancing:DescribeTargetGroups", "states:StartExecution");
  }

  private DbId expose(String name) {
    DbId database =
        scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, name).readers(1));
    scenario.expose(RequestText.ofOwner(name));
    return database;
  }
}
