package dev.drawbridge.lab.bench.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.operation.Bucket;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
  private static final Bucket BUCKET = new Bucket(20, 4);

  @Test
  void what_fits_into_the_bucket_waits_for_nothing() {
    assertThat(Bound.of(Collections.nCopies(20, START), BUCKET)).containsOnly(START);
  }

  @Test
  void beyond_it_four_are_registered_a_second() {
    assertThat(Bound.of(Collections.nCopies(500, START), BUCKET))
        .hasSize(500)
        .endsWith(START.plusSeconds(120));
  }

  @Test
  void calls_that_come_more_slowly_than_the_bucket_fills_wait_for_nothing() {
    List<Instant> slowly =
        IntStream.range(0, 300).mapToObj(i -> START.plusMillis(i * 250L)).toList();
    assertThat(Bound.of(slowly, BUCKET)).isEqualTo(slowly);
  }
}
