package dev.drawbridge.lab.failover;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutagePartsTest {
  private static final Instant BEGUN = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void our_part_begins_when_the_event_is_there_and_api_and_dns_agree() {
    assertThat(OutageParts.of(seen(20, 25, 30, 31), at(150)))
        .contains(new OutageParts(ofSeconds(20), ofSeconds(10), ofSeconds(1), ofSeconds(119)));
    assertThat(OutageParts.of(seen(20, 30, 25, 31), at(150)))
        .contains(new OutageParts(ofSeconds(20), ofSeconds(10), ofSeconds(1), ofSeconds(119)));
  }

  @Test
  void a_switch_that_an_earlier_event_had_led_to_cost_nothing_of_ours_and_ends_the_news() {
    OutageParts parts = OutageParts.of(seen(20, 40, 25, 31), at(150)).orElseThrow();
    assertThat(parts.own()).isEqualTo(Duration.ZERO);
    assertThat(parts.news()).isEqualTo(ofSeconds(11));
    assertThat(parts.targets()).isEqualTo(ofSeconds(119));
  }

  @Test
  void without_an_event_our_part_begins_when_a_look_would_have_told_the_truth() {
    Milestones lost =
        new Milestones(
            BEGUN, Optional.of(at(20)), Optional.empty(), Optional.of(at(25)), Optional.of(at(80)));
    assertThat(lost.own()).contains(ofSeconds(55));
  }

  @Test
  void an_outage_that_nobody_has_ended_does_not_divide() {
    Milestones unrepaired =
        new Milestones(
            BEGUN, Optional.of(at(20)), Optional.of(at(22)), Optional.of(at(25)), Optional.empty());
    assertThat(unrepaired.own()).isEmpty();
    assertThat(OutageParts.of(unrepaired, at(200))).isEmpty();
  }

  private static Milestones seen(int promoted, int delivered, int agreed, int switched) {
    return new Milestones(
        BEGUN,
        Optional.of(at(promoted)),
        Optional.of(at(delivered)),
        Optional.of(at(agreed)),
        Optional.of(at(switched)));
  }

  private static Instant at(int seconds) {
    return BEGUN.plusSeconds(seconds);
  }
}
