package dev.drawbridge.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.refresh.EarlyEvent;
import org.junit.jupiter.api.Test;

class RulesTest {
  @Test
  void an_event_after_which_a_run_looks_again_starts_one() {
    assertThat(Rules.databaseEventIds()).containsAll(EarlyEvent.OF_A_FAILOVER);
  }

  /** RDS says what it will do, or has begun; nothing has another address yet. */
  @Test
  void no_announcement_and_no_start_of_a_change_starts_a_run() {
    assertThat(Rules.databaseEventIds())
        .doesNotHaveDuplicates()
        .doesNotContain(
            "RDS-EVENT-0013", // Multi-AZ instance failover started
            "RDS-EVENT-0050", // Multi-AZ instance activation started
            "RDS-EVENT-0072", // started same AZ failover
            "RDS-EVENT-0073", // started cross AZ failover
            "RDS-EVENT-0181", // global switchover started
            "RDS-EVENT-0247", // switchover started
            "RDS-EVENT-0250", // switchover of an instance started
            "RDS-EVENT-0259", // switchover of a cluster started
            "RDS-EVENT-0422"); // RDS will replace the host
  }
}
