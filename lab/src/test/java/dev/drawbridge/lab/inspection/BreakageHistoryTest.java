package dev.drawbridge.lab.inspection;

import dev.drawbridge.lab.history.Histories;
import org.junit.jupiter.api.Test;

/**
 * Nobody is left with a broken path unawares, whatever somebody does to it. More of them: {@code
 * -Ddrawbridge.histories=2000}; one again: {@code -Ddrawbridge.history=SEED}.
 */
class BreakageHistoryTest {
  private static final int USUALLY = 8;

  @Test
  void a_path_that_is_broken_from_outside_is_mended_or_people_know() {
    Histories.live(USUALLY, seed -> new BreakageHistory(seed).live());
  }
}
