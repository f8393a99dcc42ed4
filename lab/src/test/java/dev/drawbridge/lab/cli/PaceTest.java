package dev.drawbridge.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Duration FIFTH = Duration.ofMillis(200);

  private final List<Duration> slept = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private final Pace pace = new Pace(() -> now, this::sleep, FIFTH);

  @Test
  void each_begins_a_while_after_the_one_before() {
    for (int i = 0; i < 11; i++) {
      pace.await();
    }
    assertThat(now).isEqualTo(Instant.EPOCH.plusSeconds(2));
    assertThat(slept).as("the first does not wait").hasSize(10).containsOnly(FIFTH);
  }

  @Test
  void a_quiet_time_saves_up_no_burst() {
    pace.await();
    now = now.plusSeconds(60);
    pace.await();
    assertThat(slept).isEmpty();
    pace.await();
    assertThat(slept).containsExactly(FIFTH);
  }

  private void sleep(Duration time) {
    slept.add(time);
    now = now.plus(time);
  }
}
