package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What happens to other databases is no reason to refresh an exposed one. */
class UnrelatedEventsTest {
  private static final int OTHERS = 20;

  private final Scenario scenario = Scenario.virtual(43);

  @Test
  void twenty_deleted_instances_of_others_start_no_run() {
    expose("orders");
    List<DbId> others = new ArrayList<>();
    for (int i = 1; i <= OTHERS; i++) {
      others.add(create(NewDatabase.instance(Engine.POSTGRESQL, "other" + i)));
    }
    long before = runs();

    others.forEach(scenario.world().rds()::remove);
    scenario.world().scheduler().pause(Duration.ofMinutes(30));

    assertThat(linesOf("RDS-EVENT-0003")).as("events that arrived").isEqualTo(OTHERS);
    assertThat(runs()).isEqualTo(before);
  }

  @Test
  void a_deleted_member_of_an_exposed_cluster_refreshes_that_one_and_no_other() {
    DbId orders = expose("orders");
    expose("invoices");
    long before = runs();

    scenario.world().rds().remove(orders.named("orders-2"));
    scenario.world().scheduler().pause(Duration.ofMinutes(30));

    assertThat(runs()).isGreaterThan(before);
    assertThat(inputs()).noneMatch(input -> input.contains("event") && input.contains("invoices"));
  }

  private DbId expose(String name) {
    DbId made = create(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, name).readers(2));
    Exposure.of(scenario, made);
    return made;
  }

  private DbId create(NewDatabase database) {
    return scenario.provider().database(database);
  }

  /** A line of the log may tell of several. */
  private long linesOf(String event) {
    Pattern cause = Pattern.compile("cause\\W+event " + event);
    return scenario.log().stream()
        .filter(line -> line.contains("TriggerRefresh"))
        .mapToLong(line -> cause.matcher(line).results().count())
        .sum();
  }

  private long runs() {
    return inputs().size();
  }

  private List<String> inputs() {
    var states = scenario.installation().clientsOf("operator").states();
    return scenario.installation().runs("RefreshTargetsStateMachine").stream()
        .map(each -> states.describeExecution(r -> r.executionArn(each.executionArn())).input())
        .toList();
  }
}
