package dev.drawbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Metrics;
import dev.drawbridge.model.Metrics.Dimension;
import dev.drawbridge.model.Metrics.Metric;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefreshMetricsTest {
  private static final Instant REQUESTED = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void a_switch_is_timed_from_the_request_and_to_its_settling() {
    Metrics metrics = RefreshMetrics.of(result("event RDS-EVENT-0071 4711", 2));
    assertThat(metrics.metrics())
        .contains(
            new Metric("SwitchTime", "Seconds", 2),
            new Metric("SettleTime", "Seconds", 120),
            new Metric("RefreshTime", "Seconds", 122),
            new Metric("FailedRefreshes", "Count", 0));
  }

  @Test
  void a_switch_of_a_run_that_died_is_not_counted_twice() {
    assertThat(names(RefreshMetrics.of(result("drift: writer group", -30))))
        .doesNotContain("SwitchTime", "Switches")
        .contains("RefreshTime");
    assertThat(names(RefreshMetrics.of(result("operator", null)))).doesNotContain("SwitchTime");
  }

  @Test
  void the_kind_of_cause_is_a_dimension_and_its_details_are_not() {
    assertThat(RefreshMetrics.of(result("drift: writer group: add [a]", null)).dimensions())
        .containsExactly(new Dimension("Database", "orders"), new Dimension("Cause", "drift"));
    assertThat(RefreshMetrics.failed(failed(null)).dimensions())
        .contains(new Dimension("Cause", "event"));
  }

  @Test
  void a_run_that_switched_before_it_failed_counts_as_a_switch() {
    assertThat(RefreshMetrics.failed(failed(3)).metrics())
        .contains(
            new Metric("FailedRefreshes", "Count", 1),
            new Metric("Changes", "Count", 1),
            new Metric("Switches", "Count", 1),
            new Metric("SwitchTime", "Seconds", 3));
    assertThat(names(RefreshMetrics.failed(failed(null)))).doesNotContain("Switches");
    assertThat(names(RefreshMetrics.failed(failed(-5)))).doesNotContain("Switches");
  }

  private static Released failed(@Nullable Integer switchedAfter) {
    Instant switched = switchedAfter == null ? null : REQUESTED.plusSeconds(switchedAfter);
    return new Released(
        true,
        "orders",
        "event RDS-EVENT-0385 x",
        "not all of the targets are healthy",
        List.of("writer group + 10.0.0.1:3306"),
        REQUESTED,
        switched,
        REQUESTED.plusSeconds(600),
        null,
        true);
  }

  private static List<String> names(Metrics metrics) {
    return metrics.metrics().stream().map(Metric::name).toList();
  }

  private static RefreshResult result(String cause, @Nullable Integer switchedAfter) {
    Instant switched = switchedAfter == null ? null : REQUESTED.plusSeconds(switchedAfter);
    return new RefreshResult(
        "orders",
        cause,
        1,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        REQUESTED,
        REQUESTED.plusSeconds(1),
        switched,
        REQUESTED.plusSeconds(122),
        List.of());
  }
}
