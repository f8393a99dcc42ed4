package dev.drawbridge.lab.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the start benchmark makes of its measurements. */
class StartReportTest {
  private static final Start NAIVE = start("naive", 3000, 1000);

  private final StringWriter printed = new StringWriter();

  @Test
  void the_aim_is_reached_if_every_primed_first_call_costs_a_quarter_of_naives_start() {
    assertThat(print(pair(900, 1000), pair(2000, 10))).isTrue();
    assertThat(printed.toString())
        .contains("| Worker, primed | 900 ms | 1,000 ms |", "25 %", "reached");
  }

  @Test
  void one_that_costs_more_misses_it() {
    assertThat(print(pair(0, 100), pair(0, 1001))).isFalse();
    assertThat(printed.toString()).contains("missed");
  }

  /** Its init is in the snapshot, so nobody waits for it; without a snapshot somebody does. */
  @Test
  void only_an_unprimed_workers_init_counts() {
    print(pair(4000, 400));
    assertThat(printed.toString())
        .containsPattern("Worker, primed .* 10 %")
        .containsPattern("Worker, unprimed .* 100 %");
  }

  @Test
  void nothing_measured_is_nothing_reached() {
    assertThat(print()).isFalse();
  }

  private boolean print(StartCourse.Pair... pairs) {
    return new StartReport(new PrintWriter(printed)).print(NAIVE, List.of(pairs));
  }

  private static StartCourse.Pair pair(long init, long firstCall) {
    return new StartCourse.Pair(start("Worker", 3000, 1000), start("Worker", init, firstCall));
  }

  private static Start start(String handler, long init, long firstCall) {
    return new Start(handler, Duration.ofMillis(init), Duration.ofMillis(firstCall));
  }
}
