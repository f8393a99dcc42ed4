package dev.drawbridge.lab.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KillReportTest {
  private static final Series REFUSING = new Series(Strike.KILLED, true);

  private final StringWriter out = new StringWriter();
  private final KillReport report = new KillReport(3, new PrintWriter(out));

  @Test
  void each_kill_is_told_at_once_and_the_table_counts_those_within_the_aim() {
    report.tell(kill(1, 400, Set.of()));
    assertThat(out.toString())
        .isEqualTo(
            "killed process, refuses, 1 of 3: ports 0.40 s; pool 1.00 s; 7 writes acknowledged, none lost\n");
    report.tell(kill(2, 2001, Set.of()));
    report.tell(kill(3, 900, Set.of()));
    report.table();
    assertThat(out.toString())
        .contains("| killed process, refuses | ports | 3 | 0.90 s | 2.00 s | 2.00 s | 2 |\n")
        .contains("| killed process, refuses | pool | 3 | 1.00 s | 1.00 s | 1.00 s | 3 |\n");
    assertThat(report.kept()).isTrue();
  }

  @Test
  void a_write_that_was_acknowledged_and_is_not_there_is_named_and_never_forgiven() {
    report.tell(kill(1, 400, Set.of(5, 3)));
    report.tell(kill(2, 400, Set.of()));
    assertThat(out.toString()).contains("1 of 3", "LOST: rows [3, 5]\n", "none lost\n");
    assertThat(report.kept()).isFalse();
  }

  private static Kill kill(int number, long millis, Set<Integer> lost) {
    Map<String, Duration> times = new LinkedHashMap<>();
    times.put("ports", Duration.ofMillis(millis));
    times.put("pool", Duration.ofSeconds(1));
    return new Kill(REFUSING, number, times, 7, lost);
  }
}
