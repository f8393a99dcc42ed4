package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final long NOW = 1_000_000;

  @Test
  void a_quiet_account_lets_every_lane_go() {
    for (Lane lane : Lane.values()) {
      assertThat(lane.goes(0, NOW)).isTrue();
    }
  }

  @Test
  void writers_leave_a_few_calls_of_the_bucket_to_others() {
    assertThat(atOnce(Lane.WRITERS)).isEqualTo(16);
  }

  @Test
  void each_lane_stands_still_before_the_one_above_it_does() {
    for (Budget budget : Budget.values()) {
      assertThat(Stream.of(Lane.values()).filter(lane -> lane.budget() == budget))
          .isSortedAccordingTo((one, other) -> Integer.compare(atOnce(other), atOnce(one)));
    }
    assertThat(atOnce(Lane.HOUSEKEEPING)).isPositive();
  }

  @Test
  void writers_that_wait_are_all_served_before_anything_else_and_at_the_pace_of_the_bucket() {
    Map<Lane, Integer> waiting = new TreeMap<>(Map.of(Lane.WRITERS, 60, Lane.READERS, 60));
    long until = 0;
    long lastWriter = 0;
    for (long now = NOW; waiting.values().stream().anyMatch(left -> left > 0); now += 50) {
      for (Lane lane : Lane.values()) {
        while (waiting.getOrDefault(lane, 0) > 0 && lane.goes(until, now)) {
          until = lane.budget().more(1, until, now);
          waiting.merge(lane, -1, Integer::sum);
          if (lane == Lane.WRITERS) {
            lastWriter = now;
            assertThat(waiting.get(Lane.READERS)).as("readers wait").isEqualTo(60);
          }
        }
      }
    }
    long afterTheFirstSixteen = (60 - 16) * Budget.REGISTRATIONS.pause().toMillis();
    assertThat(lastWriter - NOW).isBetween(afterTheFirstSixteen - 50, afterTheFirstSixteen + 50);
  }

  private static int atOnce(Lane lane) {
    long until = 0;
    int calls = 0;
    while (lane.goes(until, NOW)) {
      until = lane.budget().more(1, until, NOW);
      calls++;
    }
    return calls;
  }
}
