package dev.drawbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyEventTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Round FIRST = Round.first("", NOW, NOW, null);

  @Test
  void a_failover_that_is_not_to_be_seen_yet_is_looked_for_for_some_seconds() {
    assertThat(early("event RDS-EVENT-0071 4711", FIRST, 7_999)).isTrue();
    assertThat(early("event RDS-EVENT-0071 4711", FIRST, 8_000)).isFalse();
  }

  @Test
  void the_shutdown_of_an_instance_may_announce_one() {
    assertThat(early("event RDS-EVENT-0004 4711", FIRST, 7_999)).isTrue();
    assertThat(EarlyEvent.announces(request("event RDS-EVENT-0004 4711"))).isTrue();
    assertThat(EarlyEvent.announces(request("event RDS-EVENT-0071 4711"))).isFalse();
    assertThat(EarlyEvent.tellsOfAFailover("event RDS-EVENT-0071 4711")).isTrue();
    assertThat(EarlyEvent.tellsOfAFailover("event RDS-EVENT-0004 4711")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drift of the database: writers differ",
        "onboarding",
        "event RDS-EVENT-0003 4711",
        "event RDS-EVENT-00715 4711",
        "event RDS-EVENT-0397 4711",
        "because of event RDS-EVENT-0071 4711"
      })
  void nobody_else_waits(String cause) {
    assertThat(early(cause, FIRST, 0)).isFalse();
  }

  @Test
  void a_person_who_states_no_reason_waits_for_nothing() {
    assertThat(early(null, FIRST, 0)).isFalse();
  }

  @Test
  void whoever_has_gone_round_or_comes_after_a_switch_has_seen_what_there_was() {
    Round after = Round.first("", NOW, NOW, NOW.minusSeconds(30));
    assertThat(early("event RDS-EVENT-0071 4711", after, 0)).isFalse();
    Round second =
        new Round(2, "", NOW, NOW, NOW, null, FIRST.changes(), FIRST.passes(), false, null);
    assertThat(early("event RDS-EVENT-0071 4711", second, 0)).isFalse();
  }

  private static boolean early(@Nullable String cause, Round round, long millis) {
    return EarlyEvent.mayBe(request(cause), round, NOW.plusMillis(millis), PATIENCE);
  }

  private static RefreshRequest request(@Nullable String cause) {
    return new RefreshRequest("orders", cause, null);
  }
}
