package dev.drawbridge.lab.history;

import org.junit.jupiter.api.Test;

/**
 * Consumers are led to the database that was approved, or nowhere, whatever becomes of it. The same
 * properties as those of {@link RandomHistoryTest} say how many, and which.
 */
class IdentityHistoryTest {
  private static final int USUALLY = 3;

  @Test
  void consumers_are_led_to_the_database_that_was_approved_or_nowhere() {
    Histories.live(USUALLY, seed -> new IdentityHistory(seed).live());
  }
}
