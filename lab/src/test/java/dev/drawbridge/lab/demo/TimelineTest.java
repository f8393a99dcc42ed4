package dev.drawbridge.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.demo.Timeline.Entry;
import dev.drawbridge.lab.demo.Timeline.Tone;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant ZERO = Instant.parse("2026-11-22T10:00:00Z");

  private final Timeline timeline = new Timeline();

  @Test
  void a_turn_ends_the_state_before_and_a_repetition_does_not() {
    timeline.turn("target", "initial", Tone.WAITING, ZERO);
    timeline.turn("target", "initial", Tone.WAITING, ZERO.plusSeconds(1));
    timeline.turn("target", "healthy", Tone.GOOD, ZERO.plusSeconds(2));
    timeline.close(ZERO.plusSeconds(5));
    assertThat(timeline.entries())
        .containsExactly(
            new Entry("target", "initial", Tone.WAITING, ZERO, ZERO.plusSeconds(2)),
            new Entry("target", "healthy", Tone.GOOD, ZERO.plusSeconds(2), ZERO.plusSeconds(5)));
  }

  @Test
  void between_an_end_and_the_next_turn_a_lane_is_empty() {
    timeline.turn("target", "healthy", Tone.GOOD, ZERO);
    timeline.end("target", ZERO.plusSeconds(1));
    timeline.turn("target", "healthy", Tone.GOOD, ZERO.plusSeconds(3));
    timeline.close(ZERO.plusSeconds(4));
    assertThat(timeline.entries())
        .extracting(Entry::from)
        .containsExactly(ZERO, ZERO.plusSeconds(3));
    assertThat(timeline.entries().getFirst().to()).isEqualTo(ZERO.plusSeconds(1));
  }

  @Test
  void lanes_are_sorted_from_the_consumer_to_the_targets() {
    timeline.mark("reader group orders-1", "", ZERO);
    timeline.mark("writer group orders-2", "", ZERO);
    timeline.mark("refresh-targets 1", "", ZERO);
    timeline.mark("writes", "", ZERO.plusSeconds(1));
    timeline.mark("milestones", "", ZERO.plusSeconds(2));
    assertThat(Lanes.sorted(timeline.entries()))
        .extracting(Entry::lane)
        .containsExactly(
            "milestones",
            "writes",
            "refresh-targets 1",
            "writer group orders-2",
            "reader group orders-1");
  }
}
