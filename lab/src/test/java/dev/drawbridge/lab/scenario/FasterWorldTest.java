package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lab divides AWS's delays; what workers allow for them has to follow. */
class FasterWorldTest {
  private static final int DIVISOR = 20;

  @Test
  void a_switch_settles_as_much_sooner_as_the_world_is_faster_and_no_earlier() {
    Scenario scenario = Scenario.virtual(7, Settings.published().dividedBy(DIVISOR));
    Followed orders =
        Followed.byHand(scenario, NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));
    orders.rds().failover(orders.path().database(), Optional.empty());
    orders.pass(Duration.ofMinutes(1));
    JsonNode result = orders.refresh().output();
    Instant switched = Instant.parse(result.path("switchedAt").textValue());
    Instant settled = Instant.parse(result.path("settledAt").textValue());
    assertThat(Duration.between(switched, settled))
        .isBetween(Duration.ofMinutes(2).dividedBy(DIVISOR), Duration.ofMinutes(1));
  }
}
