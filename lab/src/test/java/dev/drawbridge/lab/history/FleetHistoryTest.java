package dev.drawbridge.lab.history;

import org.junit.jupiter.api.Test;

/**
 * The rules of single histories hold of many databases together. As many as a zone may hold: {@code
 * -Ddrawbridge.fleet=20}; more histories: {@code -Ddrawbridge.histories=100}; one again: {@code
 * -Ddrawbridge.history=SEED}.
 */
class FleetHistoryTest {
  private static final int FLEET = Integer.getInteger("drawbridge.fleet", 3);

  @Test
  void each_of_many_keeps_the_rules_of_a_single_one() {
    Histories.live(1, seed -> new FleetHistory(seed, FLEET).live());
  }
}
