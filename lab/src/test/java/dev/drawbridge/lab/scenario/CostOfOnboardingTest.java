package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import org.junit.jupiter.api.Test;

class CostOfOnboardingTest {
  private final Scenario scenario = Scenario.virtual(1);
  private final Approver grace =
      new Approver(
          scenario.world(), scenario.installation(), Scenario.PROVIDER, "grace@example.com");

  @Test
  void a_first_onboarding_is_cheap() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));
    Encounter encounter =
        Encounter.start(
            scenario,
            scenario.consumer(),
            grace,
            """
            {"databaseIdentifier": "orders", "consumerAccountId": "222222222222",
             "requestedBy": "ada@example.com", "acceptHostBlockRisk": true}
            """);
    encounter.finish();
    assertThat(encounter.run().stateTransitions()).isLessThanOrEqualTo(45);
  }
}
