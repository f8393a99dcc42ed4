package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever runs out of a quota hears of it before something is refused. */
class QuotasLeftTest {
  private final Scenario scenario = Scenario.virtual(71);

  @Test
  @Finds({Kind.QUOTA_NEARLY_FULL, Kind.RULES_NEARLY_FULL})
  void quotas_that_are_nearly_full_are_told_once_by_the_figures_of_the_installation() {
    scenario
        .installation()
        .quotas(
            "loadBalancers=2 endpointServices=2 listenersPerLoadBalancer=2 rulesPerSecurityGroup=8");
    DbId orders = database("orders");
    database("payroll");
    Exposure.of(scenario, orders);
    scenario.expose(RequestText.ofOwner("payroll").with("acceptHostBlockRisk", true));
    Approver grace = scenario.approver("hopper@example.com");

    new Looks(scenario).pass(Duration.ofMinutes(15));

    assertThat(grace.told("network load balancers of the Region: 2 of 2 are used")).hasSize(1);
    assertThat(grace.told("endpoint services of the Region: 2 of 2 are used")).hasSize(1);
    // Each path has its own.
    assertThat(grace.told("listeners of the load balancer: 2 of 2 are used")).isNotEmpty();
    assertThat(grace.told("8 ingress rules of 8")).isNotEmpty();
  }

  private DbId database(String name) {
    return scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, name).readers(1));
  }
}
