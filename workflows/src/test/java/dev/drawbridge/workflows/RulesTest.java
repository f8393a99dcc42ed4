package dev.drawbridge.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.refresh.EarlyEvent;
import org.junit.jupiter.api.Test;

class RulesTest {
  @Test
  void an_event_after_which_a_run_looks_again_starts_one() {
    assertThat(Rules.databaseEventIds()).containsAll(EarlyEvent.OF_A_FAILOVER);
  }
}
