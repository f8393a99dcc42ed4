package dev.drawbridge.lab.gameday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WriteLogTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  @Test
  void an_outage_lasts_from_the_last_good_try_to_the_first_that_no_failed_one_followed() {
    WriteLog log = of("++--+-++");
    assertThat(log.writesAgain()).contains(START.plusSeconds(6));
    assertThat(log.outage()).contains(Duration.ofSeconds(5));
  }

  @Test
  void what_is_not_over_or_never_began_is_no_outage() {
    assertThat(of("++--").outage()).isEmpty();
    assertThat(of("+++").writesAgain()).isEmpty();
    assertThat(of("").outage()).isEmpty();
    assertThat(of("--++").outage()).contains(Duration.ofSeconds(2));
  }

  private static WriteLog of(String tries) {
    WriteLog log = new WriteLog();
    for (int i = 0; i < tries.length(); i++) {
      log.add(START.plusSeconds(i), tries.charAt(i) == '+');
    }
    return log;
  }
}
